package io.fourwave.modelcheck.tlc.child;

import java.io.PrintStream;

/** The lines the child adds to TLC's own output: a mark, a word, its arguments; none contains a line break. */
public final class Lines {
    public static final String MARK = "@fourwave";

    private static final PrintStream OUT = System.out;

    private Lines() {}

    public static void say(String word, String... arguments) {
        StringBuilder line = new StringBuilder(MARK).append(' ').append(word);
        for (String argument : arguments) {
            line.append(' ').append(argument.replaceAll("\\s+", " "));
        }
        // One write: TLC's workers print too.
        OUT.println(line);
    }
}
