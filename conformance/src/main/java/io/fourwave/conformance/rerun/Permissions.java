package io.fourwave.conformance.rerun;

import io.fourwave.spec.interpret.Conditions;
import io.fourwave.spec.interpret.WorldView;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What the environment permits, and how often: its budgets count down. */
final class Permissions {
    /** One entry of a user's calls. */
    static final class Call {
        final int peer;
        final World.PermittedCall entry;
        private final Conditions.Condition guard;
        private long left;

        private Call(int peer, World.PermittedCall entry, Conditions.Condition guard, long left) {
            this.peer = peer;
            this.entry = entry;
            this.guard = guard;
            this.left = left;
        }

        boolean isPermitted(WorldView now) {
            return left > 0 && (guard == null || guard.holds(now, null));
        }

        boolean isUnlimited() {
            return entry.atMost() == null;
        }

        void made() {
            if (!isUnlimited()) {
                left--;
            }
        }
    }

    private final Subject subject;
    private final List<Call> calls = new ArrayList<>();
    private final long[] crashes = new long[2];
    private final Conditions.Condition[] crashGuards = new Conditions.Condition[2];
    private long losses;
    private long repetitions;
    private long cuts;

    Permissions(Subject subject) {
        this.subject = subject;
        World.Environment environment = subject.environment;
        for (World.User user : environment.users()) {
            int peer = subject.peer(user.peer());
            for (World.PermittedCall entry : user.calls()) {
                calls.add(new Call(
                        peer,
                        entry,
                        entry.guard() == null ? null : subject.conditions.at(peer, entry.guard()),
                        entry.atMost() == null ? Long.MAX_VALUE : subject.conditions.constant(entry.atMost())));
            }
        }
        for (World.Crash crash : environment.crashes()) {
            int peer = subject.peer(crash.peer());
            crashes[peer] = number(crash.atMost(), Long.MAX_VALUE);
            crashGuards[peer] = crash.guard() == null ? null : subject.conditions.at(peer, crash.guard());
        }
        losses = number(environment.channel().loss(), 0);
        repetitions = number(environment.channel().duplication(), 0);
        cuts = number(environment.cuts(), 0);
    }

    private long number(Expr expr, long otherwise) {
        return expr == null ? otherwise : subject.conditions.constant(expr);
    }

    List<Call> calls() {
        return calls;
    }

    /** A permitted call of this name, label and arguments; null when there is none now. */
    Call find(int peer, Act act, WorldView now) {
        return calls.stream()
                .filter(call -> call.peer == peer
                        && call.entry.call().name().equals(act.name())
                        && (act.label().isEmpty() || act.label().equals(call.entry.label()))
                        && new Arguments(subject, call.entry).match(act.arguments())
                        && call.isPermitted(now))
                .findFirst()
                .orElse(null);
    }

    boolean mayLose() {
        return losses > 0;
    }

    void lost() {
        losses--;
    }

    boolean mayRepeat() {
        return repetitions > 0;
    }

    void repeated() {
        repetitions--;
    }

    boolean mayCut() {
        return cuts > 0;
    }

    void cut() {
        cuts--;
    }

    boolean mayCrash(int peer, WorldView now) {
        return crashes[peer] > 0 && (crashGuards[peer] == null || crashGuards[peer].holds(now, null));
    }

    void crashed(int peer) {
        crashes[peer]--;
    }

    /** Everything that may still happen, as text. */
    String left() {
        StringBuilder text = new StringBuilder();
        calls.forEach(call -> text.append(call.left).append(' '));
        return text.append(losses)
                .append(' ')
                .append(repetitions)
                .append(' ')
                .append(cuts)
                .append(' ')
                .append(crashes[0])
                .append(' ')
                .append(crashes[1])
                .toString();
    }

    OptionalLong lifetimeTicks() {
        Expr lifetime = subject.environment.channel().lifetime();
        return lifetime == null
                ? OptionalLong.empty()
                : OptionalLong.of(subject.conditions.constant(lifetime) / Subject.TICK_NANOS);
    }

    long capacity() {
        return number(subject.environment.channel().capacity(), Long.MAX_VALUE);
    }
}
