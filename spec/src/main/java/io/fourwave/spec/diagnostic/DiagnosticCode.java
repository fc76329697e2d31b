package io.fourwave.spec.diagnostic;

/** Every kind of diagnostic: its number, which never changes its meaning, a title and an explanation. */
public enum DiagnosticCode {
    // ---- reading ----
    SYNTAX(101, "unexpected text", "The text does not fit the grammar of the language here."),
    UNKNOWN_CHARACTER(102, "unknown character", "A character that begins nothing in the language."),
    OPEN_STRING(103, "string without end", "A string ends on the line it begins, and cannot hold a quotation mark."),
    FOREIGN_OPERATOR(104, "operator of another language", "Comparisons are written as in the RFC: = /= < =< > >=."),
    NUMBER_TOO_LARGE(105, "number too large", "Integers have 32 bits, durations 63 bits of nanoseconds."),
    TOO_DEEP(106, "nested too deeply", "Braces and parentheses may be nested, but not hundreds of levels deep."),
    NO_SOURCE(107, "no sources", "A protocol is a directory with .wave files, or one such file."),
    REPEATED_CLAUSE(
            108, "clause given twice", "A clause may be given once only; the second would silently win or lose."),

    // ---- names ----
    UNKNOWN_NAME(201, "unknown name", "No declaration of that name can be seen here.", true),
    DECLARED_TWICE(202, "name declared twice", "One name means one thing, in all files of a protocol.", true),
    MISSING_DECLARATION(
            203, "missing declaration", "A protocol needs a name, a segment and a machine with states.", true),
    MINUS_IN_NAME(204, "minus without spaces", "Names may hold hyphens, so a minus needs space on both sides.", true),
    ARGUMENT_COUNT(205, "wrong number of arguments", "What is applied takes another number of arguments."),
    RECURSION(206, "recursion", "Definitions and procedures may not use themselves: every step ends."),
    UNKNOWN_REQUIREMENT(
            207, "unknown requirement", "A tag cites a requirement of the tables that come with the compiler."),
    UNUSED(208, Severity.WARNING, "never used", "A declaration nothing refers to.", true),
    NEVER_READ(209, Severity.WARNING, "never read", "A variable that is written at most, but decides nothing.", true),
    NOT_HERE(210, "not usable here", "The name exists but means nothing at this place."),
    WRONG_SORT(211, "name of another sort", "The name exists but is not of the sort needed here.", true),

    // ---- types ----
    TYPE_MISMATCH(
            301, "wrong type", "Kinds of values never mix: a number is no duration, a duration no sequence number."),
    OPERATOR_TYPES(302, "operator does not apply", "The operator is not defined for values of these types."),
    OUT_OF_RANGE(303, "value out of range", "The constant lies outside the range of what it is given to."),
    EMPTY_RANGE(304, "empty range", "The low bound is above the high bound."),
    NOT_CONSTANT(305, "not constant", "Only literals and parameters are known before the machine runs."),
    STREAM_MISUSE(306, "operation of another stream", "Send streams and receive streams have operations of their own."),
    PROFILE_VALUES(307, "value missing for a profile", "A parameter has one value in each profile."),
    NOT_ALLOWED_TYPE(308, "type not allowed here", "A value of this type cannot be kept or chosen here."),

    // ---- the machine ----
    NOT_HANDLED(401, "event not handled", "Every event is handled in every state, or ignored in so many words.", true),
    HANDLED_TWICE(402, "event handled twice", "Exactly one handler answers an event in a state.", true),
    CHECK_ORDER(403, "checks out of order", "Checks are numbered first, second, third … without a gap.", true),
    RULE_TWICE(404, "rule name used twice", "A rule's name stands for it in models, traces and generated code."),
    RULE_NAME_MISSING(405, "handler without a name", "A handler of several states needs a name of its own."),
    STATE_WITHOUT_ARM(
            406, "state without an arm", "The arms of `by state` cover exactly the states possible there.", true),
    ARM_WITHOUT_STATE(407, "arm that never applies", "The machine cannot be in this state here.", true),
    UNREACHABLE(408, "statement never reached", "The step has ended on every path that leads here.", true),
    TIMER_WITHOUT_HANDLER(409, "timer without handler", "When a timer expires, something must happen.", true),
    INITIAL_STATE(410, "initial state", "A machine has exactly one initial state.", true),
    RETURN_OUTSIDE_CALL(411, "return outside a call", "Only a call of the user has a result."),
    NO_SUCH_EVENT(412, "no such event", "The event can never happen.", true),
    TIMER_INTERVAL(413, "timer without interval", "A timer says after how long it expires.", true),
    STATE_NEVER_ENTERED(414, Severity.WARNING, "state never entered", "No rule leads to this state.", true),
    TIMER_NEVER_STARTED(415, Severity.WARNING, "timer never started", "No rule starts this timer.", true),

    // ---- the flow of data ----
    RUNTIME_TO_MODEL(
            501,
            "runtime data in the model",
            "Runtime data exist on the wire only; they reach the model through `choose` alone."),
    GHOST_OUTSIDE(
            502,
            "ghost data outside the model",
            "Ghost data exist in the model only; nothing on the wire may depend on them."),
    RUNTIME_DECIDES(
            503, "runtime data decide", "What happens under a condition on runtime data exists on the wire only."),
    GHOST_DECIDES(504, "ghost data decide", "What happens under a condition on ghost data exists in the model only."),
    RUNTIME_IN_WORLD(505, "runtime data in the checker's world", "The checker does not see runtime data."),

    // ---- the checker's world ----
    ENVIRONMENT(601, "environment incomplete", "An environment has two peers and a channel.", true),
    UNBOUND(602, "scenario leaves a bound open", "A scenario gives every bound of its environment a number.", true),
    BINDING(603, "binding that does not fit", "A scenario binds parameters and bounds to constants.", true),
    MODULUS(604, "modulus", "Sequence numbers in the model are counted modulo a small power of two.", true),
    PROPERTY_ONLY(605, "only in properties", "The construct speaks of the checker's world, which rules cannot see."),
    MUTANT_TEXT(
            606,
            "mutant's text not found once",
            "A mutant replaces a text that is in the named rule exactly once.",
            true),
    MUTANT_INCOMPLETE(
            607, "mutant incomplete", "A mutant has an edit, and a property that must notice it in a scenario.", true),
    CHOICE_OPEN(608, "choice not restricted", "A choice among all sequence numbers is too wide to explore.", true),
    STREAM_CAPACITY(609, "stream without capacity", "A scenario gives every stream a capacity.", true),
    OTHER_PEERS(
            610,
            "peers of another environment",
            "A property speaks of the peers of the environment it is checked in.",
            true),
    TICKS(611, "ticks", "Ticks are the model's time: they bind durations in scenarios, and nothing else."),
    LIKE_CYCLE(
            612,
            "scenario like itself",
            "What a scenario takes over comes from another one, and in the end from one that takes over nothing."),
    NOTHING_TAKEN_OVER(613, "nothing to add to", "`also` adds to what the scenario takes over by `like`."),
    CHECKED_AND_REFUTED(614, "checked and refuted", "A property holds in a scenario, or is violated there: not both.");

    private final int number;
    private final Severity severity;
    private final String title;
    private final String explanation;
    private final boolean followsFromOthers;

    DiagnosticCode(int number, String title, String explanation) {
        this(number, Severity.ERROR, title, explanation, false);
    }

    DiagnosticCode(int number, String title, String explanation, boolean followsFromOthers) {
        this(number, Severity.ERROR, title, explanation, followsFromOthers);
    }

    DiagnosticCode(int number, Severity severity, String title, String explanation, boolean followsFromOthers) {
        this.number = number;
        this.severity = severity;
        this.title = title;
        this.explanation = explanation;
        this.followsFromOthers = followsFromOthers;
    }

    /** {@code W0201}. */
    public String code() {
        return String.format("W%04d", number);
    }

    public Severity severity() {
        return severity;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    /** Whether it may be a mere consequence of a part that could not be read; then it is not told until that part can be. */
    public boolean followsFromOthers() {
        return followsFromOthers;
    }
}
