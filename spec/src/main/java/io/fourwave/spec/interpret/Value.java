package io.fourwave.spec.interpret;

/** An expression made ready to run. */
@FunctionalInterface
interface Value {
    long of(Execution x);

    /** As a truth value. */
    default boolean holds(Execution x) {
        return of(x) != 0;
    }
}
