package io.fourwave.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.ir.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every step of any protocol, tried on random walks of two ends of the example protocol over a bad line. */
class StepLawsTest {
    private static final Protocol PROTOCOL = Examples.alternatingBit();
    /** Few retries, so that walks reach their end. */
    private static final Interpreter INTERPRETER = new Interpreter(
            PROTOCOL, ParameterValues.ofProfile(PROTOCOL, "lan", Map.of("resends", 1L)), new int[] {20, 20});

    private record Walked(MachineState pre, Occurrence event, long now, StepResult result) {}

    /** Random events at two ends; segments are lost, repeated and late. */
    private static List<Walked> walk(long seed) {
        Random random = new Random(seed);
        MachineState[] ends = {INTERPRETER.initial(), INTERPRETER.initial()};
        List<List<Effect.Sent>> lines = List.of(new ArrayList<>(), new ArrayList<>());
        List<Walked> walked = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 60; i++) {
            int end = random.nextInt(2);
            MachineState pre = ends[end];
            Occurrence event = event(random, pre, lines.get(end), now);
            if (event == null) {
                now += random.nextInt(1000) * 1_000_000L;
                continue;
            }
            StepResult result = INTERPRETER.step(
                    pre,
                    event,
                    now,
                    request -> request.low() + random.nextInt((int) (request.high() - request.low() + 1)));
            walked.add(new Walked(pre, event, now, result));
            ends[end] = result.post();
            for (Effect.Sent sent : result.sent()) {
                for (int copies = random.nextInt(3); copies > 0; copies--) {
                    lines.get(1 - end).add(sent);
                }
            }
        }
        return walked;
    }

    private static Occurrence event(Random random, MachineState pre, List<Effect.Sent> line, long now) {
        return switch (random.nextInt(6)) {
            case 0 -> new Occurrence.Call("SEND", new long[] {random.nextInt(25)});
            case 1 -> new Occurrence.Call("RECEIVE", new long[] {random.nextInt(10) - 1});
            case 2 -> INTERPRETER.enabled(pre, "TRANSMIT") ? new Occurrence.Opportune("TRANSMIT") : null;
            case 3 -> INTERPRETER.due(pre, "RESEND", now);
            default ->
                line.isEmpty() ? null : new Occurrence.Arrival(line.remove(0).fields());
        };
    }

    @Property(tries = 300)
    void snapshot_holdsTheWholePlainState(@ForAll long seed) {
        for (Walked step : walk(seed)) {
            MachineState post = step.result().post();
            assertThat(INTERPRETER.fromSnapshot(post.snapshot(), post.runtimeValues()))
                    .isEqualTo(post);
            assertThat(INTERPRETER.fromSnapshot(post.snapshot()).snapshot()).isEqualTo(post.snapshot());
        }
    }

    @Property(tries = 300)
    void sameEventTimeAndChoices_sameResult(@ForAll long seed) {
        for (Walked step : walk(seed)) {
            ScriptedChoices script = ChoiceSource.scripted(step.result().choices());
            StepResult again = INTERPRETER.step(step.pre(), step.event(), step.now(), script);
            assertThat(again).isEqualTo(step.result());
            assertThat(script.unused()).isEmpty();
        }
    }

    @Property(tries = 200)
    void step_leavesItsPreStateAlone(@ForAll long seed) {
        for (Walked step : walk(seed)) {
            long[] before = step.pre().snapshot();
            INTERPRETER.step(
                    step.pre(),
                    step.event(),
                    step.now(),
                    ChoiceSource.scripted(step.result().choices()));
            assertThat(step.pre().snapshot()).isEqualTo(before);
        }
    }

    /** The flow rule, seen from outside: what runtime data say changes nothing that is plain. */
    @Property(tries = 300)
    void plainResult_doesNotDependOnRuntimeData(@ForAll long seed, @ForAll int repeated) {
        for (Walked step : walk(seed)) {
            MachineState other = INTERPRETER.fromSnapshot(step.pre().snapshot(), new long[] {Math.abs(repeated / 2)});
            StepResult result = INTERPRETER.step(
                    other,
                    step.event(),
                    step.now(),
                    ChoiceSource.scripted(step.result().choices()));
            assertThat(result.post().snapshot()).isEqualTo(step.result().post().snapshot());
            assertThat(result.notified()).isEqualTo(step.result().notified());
            assertThat(result.sent()).hasSameSizeAs(step.result().sent());
        }
    }

    @Property(tries = 100)
    void explorer_findsWhatARandomStepDid(@ForAll long seed) {
        for (Walked step : walk(seed)) {
            assertThat(new Explorer(INTERPRETER).outcomes(step.pre(), step.event(), step.now()))
                    .extracting(o -> o.result().post())
                    .contains(step.result().post());
        }
    }

    /** Otherwise the laws above say little. */
    @Property(tries = 1)
    void walks_goEverywhere() {
        Set<String> rules = new TreeSet<>();
        for (long seed = 0; seed < 300; seed++) {
            walk(seed).forEach(step -> rules.add(step.result().rule()));
        }
        assertThat(rules)
                .contains(
                        "alive.SEND",
                        "DEAF.SEND",
                        "all.RECEIVE",
                        "IDLE.TRANSMIT",
                        "WAITING.timeout-RESEND",
                        "WAITING.exhausted-RESEND",
                        "alive.block",
                        "alive.acknowledgement");
    }
}
