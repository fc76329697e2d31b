package io.fourwave.spec.ir;

import java.util.List;

/** The type of a value. Equality is structural; named types are equal by name and members. */
public sealed interface Type {
    /** Truth value. */
    record Bool() implements Type {}

    /** An integer without declared bounds: parameters of definitions, intermediate results. 32-bit signed on the wire. */
    record Int() implements Type {}

    /**
     * A bounded integer. The bounds are constant expressions over literals and parameters.
     *
     * @param low smallest value, inclusive
     * @param high largest value, inclusive
     */
    record Range(Expr low, Expr high) implements Type {}

    /** A sequence number: modular, compared as RFC 9293 section 3.4 compares. 32 bits on the wire, the scenario's modulus in the model. */
    record Seq() implements Type {}

    /** A span of time: nanoseconds on the wire, ticks in the model. */
    record Duration() implements Type {}

    /** An enumeration, its members in declared order. */
    record Enumeration(String name, List<String> members) implements Type {}

    /** A set of flags, bit i of the Java mask being member i. */
    record Flags(String name, List<String> members) implements Type {}

    /** The octets of a segment or of a user's call: tokens in the model, a view of a buffer in Java, a length in replay. */
    record Octets() implements Type {}

    /** The machine's state, compared with {@code =}, {@code /=} and {@code in}. */
    record StateValue() implements Type {}
}
