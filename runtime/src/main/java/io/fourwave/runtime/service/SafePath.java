package io.fourwave.runtime.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** From a request's target to a file below the root, and never to one outside: not by {@code ..}, encoded or not, and not by a symbolic link. */
final class SafePath {
    private final Path root;

    /** @param root an existing directory */
    SafePath(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /** The file a target names; it need not exist. */
    Path resolve(String target) throws HttpProblem {
        int query = target.indexOf('?');
        String path = decode(query < 0 ? target : target.substring(0, query));
        Path file;
        try {
            file = root.resolve("." + path).normalize();
        } catch (InvalidPathException e) {
            throw bad();
        }
        if (!file.startsWith(root)) {
            throw new HttpProblem(HttpStatus.FORBIDDEN, "the path leaves the served directory");
        }
        requireInside(file);
        return file;
    }

    /** Follows the links of what exists of the path. */
    private void requireInside(Path file) throws HttpProblem {
        for (Path existing = file; existing != null && existing.startsWith(root); existing = existing.getParent()) {
            try {
                if (!existing.toRealPath().startsWith(root)) {
                    throw new HttpProblem(HttpStatus.FORBIDDEN, "the path leaves the served directory");
                }
                return;
            } catch (IOException notThere) {
                // Its parent decides.
            }
        }
    }

    boolean isRoot(Path file) {
        return file.equals(root);
    }

    private static String decode(String path) throws HttpProblem {
        ByteBuffer octets = ByteBuffer.allocate(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                int high = i + 2 <= path.length() - 1 ? Character.digit(path.charAt(i + 1), 16) : -1;
                int low = i + 2 <= path.length() - 1 ? Character.digit(path.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw bad();
                }
                c = (char) (high << 4 | low);
                i += 2;
            }
            if (c < 0x20 || c == 0x7f || c > 0xff) {
                throw bad();
            }
            octets.put((byte) c);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString();
        } catch (CharacterCodingException e) {
            throw bad();
        }
    }

    private static HttpProblem bad() {
        return new HttpProblem(HttpStatus.BAD_REQUEST, "the path is not one, or not properly encoded");
    }
}
