package io.fourwave.spec.ir;

/**
 * Where something stands in the protocol's sources.
 *
 * @param file path as the user gave it, relative to the protocol's directory's parent (for example {@code tcp/close.wave})
 * @param line first line, from 1
 * @param column first column, from 1
 * @param endLine last line, inclusive
 * @param endColumn column after the last character
 */
public record Place(String file, int line, int column, int endLine, int endColumn) implements Comparable<Place> {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
