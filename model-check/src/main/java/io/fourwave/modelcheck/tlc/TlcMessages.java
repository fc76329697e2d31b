package io.fourwave.modelcheck.tlc;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what TLC prints apart: framed messages ({@code -tool}), which may lie within one another, and plain lines between them. */
final class TlcMessages {
    /** Of a message, or of one within another: then something may stand before it. */
    private static final Pattern START = Pattern.compile("@!@!@STARTMSG (\\d+):(\\d+) @!@!@$");

    private static final Pattern END = Pattern.compile("@!@!@ENDMSG (\\d+) @!@!@");
    private static final Pattern COMPLAINT = Pattern.compile(
            "^(Semantic errors|\\*\\*\\*|Fatal errors|Error|Exception|Could not|java\\.)|OutOfMemory|No space left");

    // TLC's classes of messages, and those of its messages that matter (tlc2.output.EC).
    static final int ERROR_CLASS = 1;
    static final int BUG_CLASS = 2;
    static final int INITIAL_STATE = 2102;
    static final int NESTED_EXPRESSION = 2103;
    static final int INVARIANT_INITIAL = 2107;
    static final int PROPERTY_INITIAL = 2108;
    static final int INVARIANT = 2110;
    static final int ACTION_PROPERTY = 2112;
    static final int TEMPORAL = 2116;
    static final int BEHAVIOR_FOLLOWS = 2121;
    static final int BACK_TO_STATE = 2122;
    static final int COUNTEREXAMPLE = 2264;
    static final int FINISHED = 2186;
    static final int SUCCESS = 2193;
    static final int SEARCH_DEPTH = 2194;
    static final int STATISTICS = 2199;
    static final int STATE = 2217;
    static final int STUTTERING = 2218;

    /** A whole message. */
    interface Listener {
        /**
         * @param code number of the message
         * @param kind TLC's class of it
         */
        void message(int code, int kind, String text);
    }

    private final Listener listener;
    private final Consumer<String> complaints;
    private final StringBuilder text = new StringBuilder();
    private int code = -1;
    private int kind;
    private int depth;
    private boolean complaining;

    /** @param complaints told lines outside of all messages that say what is wrong, and those after them */
    TlcMessages(Listener listener, Consumer<String> complaints) {
        this.listener = listener;
        this.complaints = complaints;
    }

    void line(String line) {
        Matcher start = START.matcher(line);
        if (start.find()) {
            // Of messages in messages the innermost says what happened, the outermost what it means.
            if (depth++ == 0) {
                code = Integer.parseInt(start.group(1));
                kind = Integer.parseInt(start.group(2));
            }
            text.setLength(0);
            complaining = false;
        } else if (END.matcher(line).matches()) {
            if (--depth <= 0) {
                depth = 0;
                listener.message(code, kind, text.toString().strip());
                code = -1;
            }
        } else if (code >= 0) {
            text.append(line).append('\n');
        } else if (!line.isBlank()) {
            // The parser of the tools speaks in plain lines, what is wrong and then where.
            complaining |= COMPLAINT.matcher(line).find();
            if (complaining) {
                complaints.accept(line.strip());
            }
        }
    }
}
