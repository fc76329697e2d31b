package io.fourwave.spec.interpret;

import java.util.List;

/** Decides every {@code choose} of a step: from a record, a test's script, or one after the other ({@link Explorer}). */
@FunctionalInterface
public interface ChoiceSource {
    /** The value chosen; the interpreter checks that it is in [low, high]. */
    long choose(ChoiceRequest request);

    /** For steps that must not choose. */
    static ChoiceSource none() {
        return request -> {
            throw new IllegalStateException("no value was given for the choice `" + request.name() + "`");
        };
    }

    /**
     * The recorded choices of one step, in order.
     *
     * @throws IllegalStateException (on use) when the step chooses something else, or more
     */
    static ScriptedChoices scripted(List<ChoiceMade> made) {
        return new ScriptedChoices(made);
    }
}
