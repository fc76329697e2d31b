package io.fourwave.modelcheck.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.Knock;
import io.fourwave.modelcheck.ModelCheck;
import io.fourwave.modelcheck.ProgressListener;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.Selection;
import io.fourwave.modelcheck.Verdict;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.source.SourceSet;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers below zero: TLC's configuration does not know any. */
class BelowZeroTest {
    private static final String SOURCE = """
            protocol DEBTS "what is owed"
            profile only
            parameter opening : -9..9 = -3
            segment { AMOUNT : -9..9 }
            call BORROW
            policy how-much : -2..2
            policy mood : -1..0

            machine Debtor {
              states SOLVENT initial, BROKE
              tcb { BALANCE : -9..9 = 0; LAST : -2..2 = 0 }
              on BORROW in SOLVENT -> BROKE {
                choose sum : -2..2 by policy how-much
                choose now : -1..0 by policy mood
                BALANCE := opening + sum
                LAST := sum + now
                send <AMOUNT=BALANCE>
                return ok
              }
              ignore BORROW in BROKE
              on SEGMENT-ARRIVES in all as told { BALANCE := SEG.AMOUNT }
            }

            environment bank {
              peers A, B
              bound FLOOR : -9..9
              channel { reordering; capacity 2 }
              user A { BORROW once }
            }
            property above-the-floor { always for all p: p.BALANCE >= FLOOR }
            property known-sums { always for all p: p.LAST = -2 or p.LAST = 0 or p.LAST = 1 }
            scenario small of bank {
              modulus 4
              FLOOR = -5
              choice how-much in {-2, 1}
              choice mood in {0}
              check above-the-floor, known-sums
            }
            """;

    private static Compilation compile(String... replacements) {
        String text = SOURCE;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return Compiler.compile(SourceSet.ofText("debts.wave", text));
    }

    private static List<Verdict> verdicts(String... replacements) throws IOException {
        Report report = ModelCheck.run(
                compile(replacements), Selection.of("small").withTlc(Knock.tlc()), ProgressListener.NONE);
        assertThat(report.scenarios().get(0).error()).isEmpty();
        return report.scenarios().get(0).properties().stream()
                .map(PropertyResult::verdict)
                .toList();
    }

    @Test
    void parametersBoundsAndChoicesBelowZero_areWhatTheyAre() throws IOException {
        assertThat(verdicts()).containsExactly(Verdict.HOLDS, Verdict.HOLDS, Verdict.HOLDS);
        assertThat(verdicts("FLOOR = -5", "FLOOR = -4")).contains(Verdict.VIOLATED);
        assertThat(verdicts("opening : -9..9 = -3", "opening : -9..9 = -4")).contains(Verdict.VIOLATED);
        assertThat(verdicts("how-much in {-2, 1}", "how-much in {-1}")).contains(Verdict.VIOLATED);
    }

    @Test
    void configuration_namesDefinitionsOfTheMainModule_forThoseOnly() {
        Protocol protocol = compile().orThrow();
        ExportedModel model =
                TlaExport.export(protocol, protocol.world().scenarios().get(0));

        assertThat(model.configuration(model.formulas()))
                .contains("  opening <- opening_value\n", "  FLOOR <- FLOOR_value\n", "  MODULUS = 4\n")
                .doesNotContain(" -");
        assertThat(model.modules().get(model.main() + ".tla"))
                .contains("\nopening_value == -3\n", "\nFLOOR_value == -5\n", " == {-2, 1}\n");
    }
}
