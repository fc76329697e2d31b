package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Place;

/**
 * The spec asked for something that has no meaning: a value out of its variable's range, an empty choice, more octets than a
 * stream holds, a timeout of a timer that is not due. Names the rule and the place, since it is the spec's author who reads it.
 */
public final class SpecViolation extends RuntimeException {
    private final String rule;
    private final transient Place place;

    SpecViolation(String rule, Place place, String problem) {
        super(problem + (rule.isEmpty() ? "" : ", in rule " + rule) + (place == null ? "" : " (" + place + ")"));
        this.rule = rule;
        this.place = place;
    }

    /** The rule being executed, or empty when the event was not even possible. */
    public String rule() {
        return rule;
    }

    /** The statement at fault, or null when the event was not even possible. */
    public Place place() {
        return place;
    }
}
