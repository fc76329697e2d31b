package io.fourwave.spec.syntax;

import java.util.List;

/** The words that number checks. */
public final class Ordinals {
    private static final List<String> WORDS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Ordinals() {}

    static int number(String word) {
        return WORDS.indexOf(word) + 1;
    }

    /** The word for a number from 1; the number itself beyond the words. */
    public static String word(int number) {
        return number <= WORDS.size() ? WORDS.get(number - 1) : Integer.toString(number);
    }
}
