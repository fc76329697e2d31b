package io.fourwave.conformance.counterexample;

import java.nio.charset.StandardCharsets;

/** A file to be: its name in the directory, and all that it holds. */
record Artifact(String fileName, byte[] content) {
    static Artifact text(String fileName, String text) {
        return new Artifact(fileName, text.getBytes(StandardCharsets.UTF_8));
    }
}
