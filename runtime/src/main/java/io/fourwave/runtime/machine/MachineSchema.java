package io.fourwave.runtime.machine;

import java.util.List;

/**
 * What the indices of a generated machine stand for, in the specification's own names.
 *
 * @param fingerprint of the IR the class was generated from (SHA-256, hexadecimal): a trace is replayed on the same
 *     specification or not at all
 * @param variables plain and runtime, in declared order
 * @param fields of the segment, plain and runtime, in declared order
 * @param rules in declared order of the handlers and their checks
 * @param choices those of timers first, then those of the rules, then those of procedures, each in declared order
 */
public record MachineSchema(
        String protocol,
        String machine,
        String fingerprint,
        List<Value> parameters,
        List<String> states,
        List<Value> variables,
        List<String> timers,
        List<Stream> streams,
        List<Value> fields,
        List<Call> calls,
        List<String> opportunities,
        List<Rule> rules,
        List<Choice> choices,
        List<Outcome> notices,
        List<Outcome> errors) {

    /** A named value. {@code runtime}: on the wire only, so neither in the snapshot nor in the model. */
    public record Value(String name, ValueType type, boolean runtime) {}

    public record Stream(String name, boolean send) {}

    public record Call(String name, List<Value> parameters) {}

    /**
     * A check of a handler.
     *
     * @param name {@code label.reason}, the same in the specification, the model, the code and the trace
     * @param event as the specification writes it
     * @param file of the specification, relative to its directory's parent
     */
    public record Rule(String name, String event, String file, int line) {
        /** {@code file:line}. */
        public String place() {
            return file + ":" + line;
        }
    }

    /** A place where a policy decides: the name of the value, who decides, and what kind of value. */
    public record Choice(String name, String policy, ValueType type) {}

    /** A notice or an error, with the text the user reads. */
    public record Outcome(String name, String text) {}

    /** The rule's name; a dash for no rule (-1). */
    public String ruleName(int rule) {
        return rule < 0 ? "-" : rules.get(rule).name();
    }
}
