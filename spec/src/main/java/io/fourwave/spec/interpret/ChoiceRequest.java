package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Type;

/**
 * A {@code choose} that has come up.
 *
 * @param name as the spec declares it
 * @param policy who decides on the wire
 * @param low smallest value, inclusive: of a range as evaluated now, else of the type
 * @param high largest value, inclusive
 */
public record ChoiceRequest(String name, String policy, Type type, long low, long high) {}
