package io.fourwave.spec.interpret;

/** A statement made ready to run. */
@FunctionalInterface
interface Action {
    /** False when the step ends here. */
    boolean run(Execution x);
}
