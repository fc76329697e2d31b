package io.fourwave.conformance.replay;

import io.fourwave.conformance.trace.StepText;
import io.fourwave.conformance.trace.TraceRecord;
import io.fourwave.conformance.trace.TracedEffect;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.spec.interpret.Describer;
import io.fourwave.spec.interpret.Difference;
import io.fourwave.spec.interpret.Effect;
import io.fourwave.spec.interpret.StepResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares what the machine did with what the specification does. Says nothing, at no cost, when they agree. */
final class StepComparison {
    private final MachineSchema schema;
    private final Describer describer;
    private final StepText text;

    StepComparison(MachineSchema schema, Describer describer) {
        this.schema = schema;
        this.describer = describer;
        text = new StepText(schema);
    }

    /** A finding: the kind, and the details; null when all agrees. */
    record Finding(Mismatch.Kind kind, List<Mismatch.Detail> details) {}

    Finding compare(TraceRecord.Step step, StepResult result, long[] specifiedPost) {
        Finding effects = effects(step, result);
        if (effects != null) {
            return effects;
        }
        if (!schema.ruleName(step.rule()).equals(result.rule().isEmpty() ? "-" : result.rule())) {
            return new Finding(
                    Mismatch.Kind.RULE,
                    List.of(new Mismatch.Detail("rule", schema.ruleName(step.rule()), named(result.rule()))));
        }
        if (step.result() != result.result()) {
            return new Finding(
                    Mismatch.Kind.RESULT,
                    List.of(new Mismatch.Detail("result", text.result(step.result()), text.result(result.result()))));
        }
        if (!Arrays.equals(step.post(), specifiedPost)) {
            return new Finding(Mismatch.Kind.STATE, states(step.post(), specifiedPost));
        }
        return null;
    }

    private Finding effects(TraceRecord.Step step, StepResult result) {
        int next = 0;
        for (Effect effect : result.effects()) {
            if (effect instanceof Effect.Sent || effect instanceof Effect.Notified) {
                if (next == step.effects().length || !same(step.effects()[next], effect)) {
                    return effectFinding(step, next, effect);
                }
                next++;
            }
        }
        return next == step.effects().length ? null : effectFinding(step, next, null);
    }

    private boolean same(TracedEffect recorded, Effect specified) {
        if (!schema.ruleName(recorded.rule()).equals(specified.rule())) {
            return false;
        }
        if (recorded instanceof TracedEffect.Sent sent) {
            return specified instanceof Effect.Sent other && Arrays.equals(sent.fields(), other.fields());
        }
        int notice = ((TracedEffect.Notified) recorded).notice();
        return specified instanceof Effect.Notified other
                && schema.notices().get(notice).name().equals(other.notice());
    }

    private Finding effectFinding(TraceRecord.Step step, int index, Effect specified) {
        TracedEffect recorded = index < step.effects().length ? step.effects()[index] : null;
        List<Mismatch.Detail> details = new ArrayList<>();
        details.add(new Mismatch.Detail(
                "effect " + (index + 1),
                recorded == null ? "-" : effect(recorded),
                specified == null ? "-" : describer.effect(specified)));
        details.add(new Mismatch.Detail(
                "by rule",
                recorded == null ? "-" : schema.ruleName(recorded.rule()),
                specified == null ? "-" : specified.rule()));
        return new Finding(Mismatch.Kind.EFFECTS, details);
    }

    /** In the describer's words, so that both sides look alike. */
    private String effect(TracedEffect recorded) {
        String rule = schema.ruleName(recorded.rule());
        return recorded instanceof TracedEffect.Sent sent
                ? describer.effect(new Effect.Sent(rule, sent.fields()))
                : describer.effect(new Effect.Notified(
                        rule,
                        schema.notices()
                                .get(((TracedEffect.Notified) recorded).notice())
                                .name()));
    }

    /** The parts of two states that differ. */
    List<Mismatch.Detail> states(long[] recorded, long[] specified) {
        try {
            return describer.diff(recorded, specified).stream()
                    .map(StepComparison::detail)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of(new Mismatch.Detail("snapshot", Arrays.toString(recorded), Arrays.toString(specified)));
        }
    }

    private static Mismatch.Detail detail(Difference difference) {
        return new Mismatch.Detail(difference.name(), difference.left(), difference.right());
    }

    private static String named(String rule) {
        return rule.isEmpty() ? "-" : rule;
    }
}
