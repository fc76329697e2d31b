package io.fourwave.modelcheck.tlc;

import io.fourwave.modelcheck.tlc.child.OwnPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What makes a run the run it is: the same of all of these, and it finds the same. */
final class Identity {
    private Identity() {}

    /**
     * @param directory holds the modules
     * @param tools the TLA+ tools' jar
     */
    static Map<String, String> of(Path directory, String configuration, Path tools, TlcOptions options)
            throws IOException {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("the exported modules", modules(directory));
        identity.put("the configuration", hash(Files.readAllBytes(directory.resolve(configuration))));
        identity.put("the TLA+ tools", hash(Files.readAllBytes(tools)));
        identity.put("Fourwave's part in TLC", OwnPart.identity());
        identity.put(
                "the options of the JVM",
                String.join(
                        " ",
                        options.jvmOptions().stream()
                                .filter(option -> option.startsWith("-D"))
                                .toList()));
        return identity;
    }

    private static String modules(Path directory) throws IOException {
        List<Path> modules;
        try (Stream<Path> files = Files.list(directory)) {
            modules = files.filter(file -> file.toString().endsWith(".tla"))
                    .sorted()
                    .toList();
        }
        MessageDigest digest = digest();
        for (Path module : modules) {
            digest.update(module.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(Files.readAllBytes(module));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(byte[] octets) {
        return HexFormat.of().formatHex(digest().digest(octets));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
