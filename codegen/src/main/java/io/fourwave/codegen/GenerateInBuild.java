package io.fourwave.codegen;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@link Generate} for a build, which runs it inside its own JVM: failure is an exception, never the end of that JVM. */
public final class GenerateInBuild {
    /** The specification has errors. No stack trace: the place that matters is in the message. */
    static final class Failed extends RuntimeException {
        Failed(String message) {
            super(message, null, false, false);
        }
    }

    private GenerateInBuild() {}

    public static void main(String[] args) {
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        int code = Generate.run(System.out, new PrintStream(problems, true, StandardCharsets.UTF_8), args);
        String text = problems.toString(StandardCharsets.UTF_8);
        if (code != Generate.OK) {
            throw new Failed("\n" + text);
        }
        System.err.print(text);
    }
}
