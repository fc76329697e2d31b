package io.fourwave.spec.interpret;

import java.util.List;

/** The choices a step is known to have made, given back in order. A step that asks otherwise is not the step recorded. */
public final class ScriptedChoices implements ChoiceSource {
    private final List<ChoiceMade> made;
    private int next;

    ScriptedChoices(List<ChoiceMade> made) {
        this.made = made;
    }

    @Override
    public long choose(ChoiceRequest request) {
        if (next == made.size()) {
            throw new IllegalStateException("the step chooses `" + request.name()
                    + "`, for which no value was recorded (recorded: " + made + ")");
        }
        ChoiceMade choice = made.get(next);
        if (!choice.name().equals(request.name())) {
            throw new IllegalStateException("the step chooses `" + request.name() + "` where `" + choice.name()
                    + "` was recorded (recorded: " + made + ")");
        }
        next++;
        return choice.value();
    }

    /** Recorded choices the step never asked for: not empty means it took another path. */
    public List<ChoiceMade> unused() {
        return made.subList(next, made.size());
    }
}
