package io.fourwave.spec.print;

import java.util.List;

/** Indented lines. */
final class Lines {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    void line(String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    void inside(Runnable body) {
        depth++;
        body.run();
        depth--;
    }

    /** Behind a declaration; nothing when there are none. */
    static String tags(List<String> tags) {
        return tags.isEmpty() ? "" : "  @" + String.join(" @", tags);
    }

    static String quoted(String text) {
        return text.isEmpty() ? "" : " \"" + text + "\"";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
