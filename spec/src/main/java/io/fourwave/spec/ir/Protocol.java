package io.fourwave.spec.ir;

import java.util.List;

/**
 * A whole protocol, resolved: what all sources of one directory say together. Lists are in declared order (sources sorted by
 * file name), so every backend's output is deterministic.
 *
 * @param name the protocol's name, for example {@code TCP}
 * @param title one line, may be empty
 * @param profiles names of the parameter profiles; the first is the default
 */
public record Protocol(
        String name,
        String title,
        List<String> profiles,
        List<Parameter> parameters,
        List<Type.Enumeration> enumerations,
        List<Type.Flags> flags,
        SegmentType segment,
        List<UserCall> calls,
        List<Outcome> errors,
        List<Outcome> notices,
        List<Policy> policies,
        Machine machine,
        World world) {

    /**
     * A parameter of the protocol, fixed for the life of a connection.
     *
     * @param values one constant expression per profile, in the order of {@link Protocol#profiles()}; literals only
     */
    public record Parameter(String name, Type type, List<Expr> values, List<String> tags, String doc, Place place) {}

    /** The record that travels. */
    public record SegmentType(List<Field> fields, String doc, Place place) {}

    /**
     * A field of the segment.
     *
     * @param defaultValue used by a {@code send} that does not name the field; over the sender's TCB; null when the field's
     *     zero value (0, false, no flag, no octets) is meant
     */
    public record Field(
            String name, DataKind kind, Type type, Expr defaultValue, List<String> tags, String doc, Place place) {}

    /** A call of the user (or of the layer below): an event with parameters. */
    public record UserCall(String name, List<Local> params, List<String> tags, String doc, Place place) {}

    /** A named error result of a call, or a named notice to the user, with the text the user reads. */
    public record Outcome(String name, String text, String doc, Place place) {}

    /**
     * A decision or an observer written by hand in the runtime.
     *
     * @param result type decided, or null when the policy is only informed
     */
    public record Policy(String name, List<Local> params, Type result, List<String> tags, String doc, Place place) {}

    /** A parameter or local value. {@code kind} is the most restricted kind that flows into it. */
    public record Local(String name, Type type, DataKind kind) {}
}
