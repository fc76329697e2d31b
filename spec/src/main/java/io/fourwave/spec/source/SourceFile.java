package io.fourwave.spec.source;

import java.util.List;

/**
 * One {@code .wave} file.
 *
 * @param name stable name, used in places and in everything generated: relative to the parent of the protocol's directory
 * @param path as the user gave it, used in messages
 * @param text what it holds
 */
public record SourceFile(String name, String path, String text) {

    /** A source that is nowhere on disk. */
    public static SourceFile inMemory(String name, String text) {
        return new SourceFile(name, name, text);
    }

    public SourceFile withText(String newText) {
        return new SourceFile(name, path, newText);
    }

    /** A line by its number from 1, without its end; empty beyond the last. */
    public String line(int number) {
        List<String> lines = text.lines().toList();
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
