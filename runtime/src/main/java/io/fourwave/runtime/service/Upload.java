package io.fourwave.runtime.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file on its way in: written beside its name, and given the name once it is whole. */
final class Upload implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private boolean kept;

    Upload(Path target) throws IOException {
        this.target = target;
        this.part = Files.createTempFile(target.getParent(), ".upload-", ".part");
        this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
    }

    void write(ByteBuffer octets) throws IOException {
        while (octets.hasRemaining()) {
            channel.write(octets);
        }
    }

    /** The file is whole; true when there was none of its name before. */
    boolean keep() throws IOException {
        channel.close();
        boolean fresh = !Files.exists(target);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        kept = true;
        return fresh;
    }

    /** Unless kept, nothing stays. */
    @Override
    public void close() {
        if (!kept) {
            try {
                channel.close();
                Files.deleteIfExists(part);
            } catch (IOException e) {
                // A part file is left behind; the next upload of this name is not hindered by it.
                part.toFile().deleteOnExit();
            }
        }
    }
}
