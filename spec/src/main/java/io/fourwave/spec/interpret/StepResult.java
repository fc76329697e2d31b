package io.fourwave.spec.interpret;

import java.util.ArrayList;
import java.util.List;

/**
 * What one step did.
 *
 * @param effects in order
 * @param choices in order
 * @param rule the rule last in force; empty when the event was ignored
 * @param result of a call: 0 ok, i + 1 the error declared i-th; 0 for other events
 */
public record StepResult(MachineState post, List<Effect> effects, List<ChoiceMade> choices, String rule, int result) {

    /** The segments sent, in order. */
    public List<Effect.Sent> sent() {
        List<Effect.Sent> sent = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Sent send) {
                sent.add(send);
            }
        }
        return sent;
    }

    /** The notices given, in order. */
    public List<Effect.Notified> notified() {
        List<Effect.Notified> notified = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Notified notice) {
                notified.add(notice);
            }
        }
        return notified;
    }
}
