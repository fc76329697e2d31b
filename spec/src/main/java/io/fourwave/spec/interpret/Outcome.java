package io.fourwave.spec.interpret;

import java.util.List;

/**
 * One way a step can go.
 *
 * @param choices that lead there
 * @param result what it did, or null when it ended in the violation
 * @param violation why it has no result, or null
 */
public record Outcome(List<ChoiceMade> choices, StepResult result, SpecViolation violation) {}
