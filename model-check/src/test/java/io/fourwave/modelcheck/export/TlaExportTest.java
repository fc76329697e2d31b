package io.fourwave.modelcheck.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.Knock;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The modules themselves. {@code -Dfourwave.golden.update=true} writes them anew, to be read before they are committed. */
class TlaExportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/fourwave/modelcheck/export/knock");

    private static ExportedModel evening() throws IOException {
        return export("evening", Knock.compile().orThrow());
    }

    private static ExportedModel export(String scenario, Protocol protocol) {
        World.Scenario found = protocol.world().scenarios().stream()
                .filter(one -> one.name().equals(scenario))
                .findFirst()
                .orElseThrow();
        return TlaExport.export(protocol, found);
    }

    @Test
    void modules_areThoseReadAndApproved() throws IOException {
        ExportedModel model = evening();
        for (Map.Entry<String, String> module : model.modules().entrySet()) {
            if (module.getKey().equals("Fourwave.tla")) {
                continue;
            }
            Path golden = GOLDEN.resolve(module.getKey());
            if (Boolean.getBoolean("fourwave.golden.update")) {
                Files.createDirectories(GOLDEN);
                Files.writeString(golden, module.getValue());
            }
            assertThat(module.getValue())
                    .as(module.getKey())
                    .isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
        }
    }

    @Test
    void export_isDeterministic() throws IOException {
        assertThat(evening().modules()).isEqualTo(evening().modules());
    }

    @Test
    void configuration_ofStatesAndSteps_asksForNoFairness() throws IOException {
        ExportedModel model = evening();
        String configuration = model.configuration(model.formulas().stream()
                .filter(formula -> !formula.isLiveness())
                .toList());

        assertThat(configuration)
                .contains(
                        "SPECIFICATION Spec\n",
                        "MODULUS = 4",
                        "patience_ms = 2",
                        "hears_choices = {TRUE, FALSE}",
                        "LOSSES = 1")
                .contains("INVARIANT TypesHold", "INVARIANT asked_first", "PROPERTY inside_for_good", "INVARIANT Noted")
                .doesNotContain("an_end_of_it");
    }

    @Test
    void configuration_ofLeadsTo_isFair() throws IOException {
        ExportedModel model = evening();
        String configuration = model.configuration(model.formulas().stream()
                .filter(ExportedModel.Formula::isLiveness)
                .toList());

        assertThat(configuration)
                .contains("SPECIFICATION FairSpec\n", "PROPERTY an_end_of_it")
                .doesNotContain("INVARIANT");
    }

    @Test
    void ghost_ofAPropertyOfAnotherScenario_isNotInTheModel() throws IOException {
        Protocol protocol = Knock.compile().orThrow();

        assertThat(export("evening", protocol).modules().get("KNOCK.tla")).contains("ASKED");
        assertThat(export("lonely", protocol).modules().get("KNOCK.tla")).doesNotContain("ASKED");
    }

    @Test
    void ghost_ofAPropertyToBeRefuted_isInTheModel() throws IOException {
        Protocol protocol = Knock.compile("check never-tested", "refute asked-first check never-tested")
                .orThrow();

        assertThat(export("lonely", protocol).modules().get("KNOCK.tla")).contains("ASKED");
    }

    /** A property asks for TOLD, which a procedure sets when a segment says who sent it: that comes from ASKED. Nobody asks for COUNTED. */
    @Test
    void ghost_thatAnotherIsMadeFrom_isInTheModel() throws IOException {
        Protocol protocol = Knock.compile(
                        "ghost ASKED : bool",
                        "ghost ASKED, TOLD, COUNTED : bool",
                        "segment { SOUND : Sound }",
                        "segment { SOUND : Sound; ghost BY : bool = ASKED; ghost PLACE : bool = COUNTED }",
                        "procedure knock {",
                        "procedure tell(asked : bool) { TOLD := asked } procedure knock {",
                        "when SEG.SOUND = TAP { send <SOUND=COME-IN> }",
                        "tell(SEG.BY) COUNTED := SEG.PLACE when SEG.SOUND = TAP { send <SOUND=COME-IN> }",
                        "implies p.ASKED or q.ASKED",
                        "implies p.TOLD or q.TOLD")
                .orThrow();
        String machine = export("evening", protocol).modules().get("KNOCK.tla");

        assertThat(machine).contains("TOLD", "BY", "ASKED").doesNotContain("COUNTED", "PLACE");
    }
}
