package io.fourwave.conformance.rerun;

import io.fourwave.spec.interpret.ChoiceMade;
import io.fourwave.spec.interpret.Explorer;
import io.fourwave.spec.interpret.MachineState;
import io.fourwave.spec.interpret.Occurrence;
import io.fourwave.spec.interpret.Outcome;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What can happen next without anybody's fault: opportunities, calls, arrivals, timers, time. The weakly fair actions of the model, by
 * names; an action that would change nothing is none.
 */
final class Options {
    private final Subject subject;
    private final Stage stage;
    private final Explorer explorer;

    Options(Subject subject, Stage stage) {
        this.subject = subject;
        this.stage = stage;
        this.explorer = new Explorer(subject.interpreter, subject.choices);
    }

    /** Fair actions that are possible now: each does it when asked to. */
    Map<String, BooleanSupplier> fair() {
        Map<String, BooleanSupplier> fair = new LinkedHashMap<>();
        for (int peer = 0; peer < 2; peer++) {
            for (Machine.Opportunity opportunity : subject.protocol.machine().opportunities()) {
                Map.Entry<String, BooleanSupplier> offer = offer(peer, opportunity.name());
                if (offer != null) {
                    fair.putIfAbsent(offer.getKey(), offer.getValue());
                }
            }
        }
        for (int peer = 0; peer < 2; peer++) {
            elapses(peer, fair);
        }
        int index = 0;
        for (Permissions.Call call : stage.permissions().calls()) {
            index++;
            if (call.entry.fair() && changes(call)) {
                fair.put("call " + index, () -> stage.call(call, List.of()));
            }
        }
        if (canTick()) {
            fair.putIfAbsent("elapse", stage::ticks);
        }
        return fair;
    }

    private Map.Entry<String, BooleanSupplier> offer(int peer, String opportunity) {
        if (!subject.interpreter.enabled(stage.state(peer), opportunity)) {
            return null;
        }
        for (Outcome outcome :
                explorer.outcomes(stage.state(peer), new Occurrence.Opportune(opportunity), stage.nowNanos())) {
            if (outcome.violation() != null || differs(stage.state(peer), outcome)) {
                List<Act.Chosen> choices = chosen(outcome.choices());
                return Map.entry("offer " + peer, () -> stage.offers(peer, opportunity, choices));
            }
        }
        return null;
    }

    private static List<Act.Chosen> chosen(List<ChoiceMade> made) {
        List<Act.Chosen> choices = new ArrayList<>();
        made.forEach(choice -> choices.add(new Act.Chosen(choice.name(), new Choosing.Encoded(choice.value()))));
        return choices;
    }

    /** What is due, and what is under way; where segments age, both are one action of the model: that time goes on. */
    private void elapses(int peer, Map<String, BooleanSupplier> fair) {
        boolean ages = stage.permissions().lifetimeTicks().isPresent();
        for (Machine.Timer timer : subject.protocol.machine().timers()) {
            if (subject.interpreter.due(stage.state(peer), timer.name(), stage.nowNanos()) != null) {
                fair.putIfAbsent("elapse", () -> stage.expires(peer, timer.name(), List.of()));
            }
        }
        Packet oldest = null;
        for (Packet packet : stage.channel().deliverable(peer)) {
            if (oldest == null || packet.ageTicks > oldest.ageTicks) {
                oldest = packet;
            }
        }
        if (oldest != null) {
            Packet next = oldest;
            fair.putIfAbsent(ages ? "elapse" : "arrive " + peer, () -> stage.arrives(next, false, List.of()));
        }
    }

    private boolean canTick() {
        boolean waiting = false;
        for (int peer = 0; peer < 2; peer++) {
            for (Machine.Timer timer : subject.protocol.machine().timers()) {
                long deadline = stage.state(peer).deadlineNanos(timer.name());
                waiting |= deadline > stage.nowNanos();
                if (deadline >= 0 && deadline <= stage.nowNanos()) {
                    return false;
                }
            }
        }
        return waiting && stage.channel().atItsEnd() == null;
    }

    private boolean changes(Permissions.Call call) {
        return call.isPermitted(stage.view()) && (!call.isUnlimited() || !isIdle(call));
    }

    private boolean isIdle(Permissions.Call call) {
        Occurrence event = new Occurrence.Call(call.entry.call().name(), new Arguments(subject, call.entry).values());
        return explorer.outcomes(stage.state(call.peer), event, stage.nowNanos()).stream()
                .noneMatch(outcome -> outcome.violation() != null || differs(stage.state(call.peer), outcome));
    }

    private boolean differs(MachineState before, Outcome outcome) {
        MachineState after = outcome.result().post();
        return !outcome.result().sent().isEmpty()
                || !java.util.Arrays.equals(before.snapshot(), after.snapshot())
                || subject.protocol.machine().variables().stream()
                        .filter(variable -> variable.kind() == DataKind.GHOST)
                        .anyMatch(variable -> before.variable(variable.name()) != after.variable(variable.name()));
    }

    /** Nothing will happen any more, whatever anybody does within the environment: the model's terminal states. */
    boolean isTerminal() {
        if (!stage.channel().isEmpty()) {
            return false;
        }
        for (int peer = 0; peer < 2; peer++) {
            for (Machine.Timer timer : subject.protocol.machine().timers()) {
                if (stage.state(peer).running(timer.name())) {
                    return false;
                }
            }
            for (Machine.Opportunity opportunity : subject.protocol.machine().opportunities()) {
                if (offer(peer, opportunity.name()) != null) {
                    return false;
                }
            }
        }
        return stage.permissions().calls().stream()
                .noneMatch(call -> call.isPermitted(stage.view()) && (!call.isUnlimited() || !isIdle(call)));
    }
}
