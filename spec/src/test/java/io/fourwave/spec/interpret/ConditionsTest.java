package io.fourwave.spec.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.source.SourceSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Properties evaluated on two ends that append, commit, and count their lives in a ghost. */
class ConditionsTest {
    private static final long TICK_NANOS = 1_000_000_000;
    private static final String SPEC = """
            protocol PIPE "octets go over"
            profile only
            parameter wait_ms : duration = 5s
            segment {
              DATA : octets
              ghost LIFE : 0..9 = life
            }
            call OPEN
            call GIVE(data : octets)
            call END

            machine Pipe {
              states SHUT initial, OPEN
              tcb {
                N : 0..9
                ghost life : 0..9
              }
              stream outgoing : send
              stream incoming : receive
              timer WAIT { after wait_ms }
              on OPEN in SHUT -> OPEN { life := life + 1; start WAIT }
              on OPEN in OPEN { }
              on GIVE in OPEN {
                outgoing.append(data)
                N := N + 1
                send <DATA=outgoing[0, outgoing.length]>
              }
              on GIVE in SHUT { }
              on END in OPEN { delete TCB }
              on END in SHUT { }
              on timeout WAIT in OPEN { }
              ignore timeout WAIT in SHUT
              on SEGMENT-ARRIVES in OPEN {
                when SEG.LIFE > 0 { life := life }
                incoming.place(0, SEG.DATA)
                incoming.commit(incoming.ready)
              }
              ignore SEGMENT-ARRIVES in SHUT
            }
            environment line {
              peers A, B
              bound MOST : 0..9
              bound LIFETIME : duration
              channel { loss at most 1; reordering; lifetime LIFETIME }
              user A { OPEN once; GIVE(1) at most MOST when state = OPEN }
              user B { OPEN once }
            }
            property prefix { always for all p with peer q: isPrefix(p.incoming.history, q.outgoing.history) }
            property few { always for all p: p.N =< MOST implies length(p.outgoing.history) =< MOST }
            property second-life { always for some p: p.life = 2 }
            property counts-up { step for all p: next(p.N) >= p.N }
            property old-about { always some segment to B: SEG.LIFE < A.life }
            property timed { always A.WAIT is running and not (B.WAIT is running) }
            property grows { step isPrefix(A.outgoing.history, next(A.outgoing.history)) }
            scenario small of line {
              modulus 16
              stream outgoing capacity 3
              stream incoming capacity 3
              wait_ms = 2 ticks
              MOST = 1
              LIFETIME = 3 ticks
              check prefix
            }
            """;

    private static final Protocol PROTOCOL = compile();
    private static final World.Scenario SCENARIO = PROTOCOL.world().scenarios().get(0);
    private static final ScenarioValues VALUES = ScenarioValues.of(PROTOCOL, SCENARIO, TICK_NANOS);
    private static final Interpreter INTERPRETER =
            Interpreter.withGhosts(PROTOCOL, VALUES.parameters(), VALUES.capacities(), 1L << 32);
    private static final Conditions CONDITIONS =
            new Conditions(INTERPRETER, PROTOCOL.world().environments().get(0), VALUES.bounds(), TICK_NANOS);

    private static Protocol compile() {
        Compilation compilation = Compiler.compile(SourceSet.ofText("pipe.wave", SPEC));
        return compilation.orThrow();
    }

    private static Conditions.Condition property(String name) {
        return CONDITIONS.of(PROTOCOL.world().properties().stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow()
                .clauses()
                .get(0)
                .body());
    }

    private static MachineState call(MachineState pre, String name, long... args) {
        return INTERPRETER
                .step(pre, new Occurrence.Call(name, args), 0, ChoiceSource.none())
                .post();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static WorldView world(MachineState a, MachineState b, String sent, String received, long[]... toB) {
        return new WorldView(
                List.of(a, b),
                List.of(List.of(octets(sent), octets("")), List.of(octets(""), octets(received))),
                List.of(List.of(), List.of(toB)));
    }

    private final MachineState shut = INTERPRETER.initial();
    private final MachineState open = call(shut, "OPEN");
    private final MachineState given = call(open, "GIVE", 1);

    private static boolean holds(String property, WorldView now) {
        return property(property).holds(now, null);
    }

    @Test
    void scenarioValues_countTicks() {
        assertThat(VALUES.parameters()).containsExactly(2 * TICK_NANOS);
        assertThat(VALUES.bounds()).containsEntry("MOST", 1L).containsEntry("LIFETIME", 3 * TICK_NANOS);
        assertThat(VALUES.capacities()).containsExactly(3, 3);
        assertThat(open.deadlineNanos("WAIT")).isEqualTo(2 * TICK_NANOS);
    }

    @Test
    void histories_areComparedByTheirOctets() {
        assertThat(holds("prefix", world(open, open, "ab", "a"))).isTrue();
        assertThat(holds("prefix", world(open, open, "ab", "b"))).isFalse();
        assertThat(holds("prefix", world(open, open, "a", "ab"))).isFalse();
        assertThat(holds("few", world(given, open, "a", ""))).isTrue();
        assertThat(holds("few", world(given, open, "ab", ""))).isFalse();
    }

    @Test
    void conditionsOfSteps_seeBothWorlds() {
        WorldView before = world(open, open, "a", "");
        assertThat(property("counts-up").holds(before, world(given, open, "a", "")))
                .isTrue();
        assertThat(property("counts-up").holds(world(given, open, "a", ""), before))
                .isFalse();
        assertThat(property("grows").holds(before, world(given, open, "ab", "")))
                .isTrue();
        assertThat(property("grows").holds(before, world(given, open, "b", ""))).isFalse();
    }

    @Test
    void segmentsUnderWay_haveTheirGhosts() {
        MachineState second = call(call(open, "END"), "OPEN");
        long[] sentInTheFirst = INTERPRETER
                .step(open, new Occurrence.Call("GIVE", new long[] {1}), 0, ChoiceSource.none())
                .sent()
                .get(0)
                .fields();

        assertThat(sentInTheFirst).containsExactly(1, 1);
        assertThat(INTERPRETER.withoutGhosts(sentInTheFirst)).containsExactly(1);
        assertThat(holds("old-about", world(second, open, "", "", sentInTheFirst)))
                .isTrue();
        assertThat(holds("old-about", world(open, open, "", "", sentInTheFirst)))
                .isFalse();
        assertThat(holds("old-about", world(second, open, "", ""))).isFalse();
        assertThat(holds("second-life", world(second, open, "", ""))).isTrue();
        assertThat(holds("second-life", world(open, open, "", ""))).isFalse();
    }

    @Test
    void timers_runOrDoNot() {
        assertThat(holds("timed", world(open, shut, "", ""))).isTrue();
        assertThat(holds("timed", world(open, open, "", ""))).isFalse();
    }

    @Test
    void guardsOfCalls_areOfOneEnd() {
        World.PermittedCall give =
                PROTOCOL.world().environments().get(0).users().get(0).calls().get(1);
        Conditions.Condition permitted = CONDITIONS.at(1, give.guard());
        assertThat(permitted.holds(world(open, shut, "", ""), null)).isFalse();
        assertThat(permitted.holds(world(shut, open, "", ""), null)).isTrue();
        assertThat(CONDITIONS.constant(give.atMost())).isEqualTo(1);
    }

    @Test
    void ghostsAndHistories_outliveTheirTcb_andHistoriesBeginAnewWithItsSuccessor() {
        MachineState ended = call(call(given, "GIVE", 2), "END");
        assertThat(given.historyLength("outgoing")).isEqualTo(1);
        assertThat(ended.historyLength("outgoing")).isEqualTo(3);
        assertThat(ended.variable("life")).isEqualTo(1);
        assertThat(ended.snapshot()).isEqualTo(shut.snapshot());
        assertThat(INTERPRETER.deleted(given).snapshot()).isEqualTo(shut.snapshot());
        assertThat(INTERPRETER.deleted(given).historyLength("outgoing")).isEqualTo(1);
        assertThat(INTERPRETER.deleted(given).variable("life")).isEqualTo(1);

        MachineState again = call(ended, "OPEN");
        assertThat(again.historyLength("outgoing")).isZero();
        assertThat(again.variable("life")).isEqualTo(2);
        assertThat(call(again, "GIVE", 1).historyLength("outgoing")).isEqualTo(1);
    }

    @Test
    void withGhosts_snapshotsAreTheSameAsWithout() {
        Interpreter plain = new Interpreter(PROTOCOL, VALUES.parameters(), VALUES.capacities());
        MachineState state = plain.initial();
        for (Occurrence event : List.of(
                new Occurrence.Call("OPEN", new long[0]),
                new Occurrence.Call("GIVE", new long[] {2}),
                new Occurrence.Call("END", new long[0]))) {
            state = plain.step(state, event, 0, ChoiceSource.none()).post();
        }
        assertThat(state.snapshot())
                .isEqualTo(call(call(call(shut, "OPEN"), "GIVE", 2), "END").snapshot());
        assertThat(open.snapshot()).hasSize(1 + 1 + 2 + 1 + 3);
        MachineState withoutHistories = state;
        assertThatThrownBy(() -> withoutHistories.historyLength("outgoing")).isInstanceOf(IllegalStateException.class);
    }
}
