package io.fourwave.codegen;

import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A digest of what a protocol's machine does: equal for equal IR, on every machine and in every run. The checker's world is no part
 * of it, so a new property does not make a trace unreadable; names, places and comments are, because traces and classes show them.
 */
public final class Fingerprint {
    private static final World NOTHING = new World(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private Fingerprint() {}

    /** SHA-256, hexadecimal. */
    public static String of(Protocol protocol) {
        Protocol behaviour = new Protocol(
                protocol.name(),
                protocol.title(),
                protocol.profiles(),
                protocol.parameters(),
                protocol.enumerations(),
                protocol.flags(),
                protocol.segment(),
                protocol.calls(),
                protocol.errors(),
                protocol.notices(),
                protocol.policies(),
                protocol.machine(),
                NOTHING);
        try {
            // The IR is records, lists, strings and numbers: its text is complete and always the same.
            byte[] text = behaviour.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
