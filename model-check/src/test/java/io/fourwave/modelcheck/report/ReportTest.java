package io.fourwave.modelcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.Fate;
import io.fourwave.modelcheck.MutantResult;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.SetResult;
import io.fourwave.modelcheck.Verdict;
import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.modelcheck.trace.Counterexample;
import io.fourwave.modelcheck.trace.Course;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportTest {
    static Report report() {
        Ladder.End end = new Ladder.End("S", "");
        Ladder ladder = new Ladder("way <there>", "A", "B", List.of(end, end), List.of(), -1, "");
        Course course = new Course(List.of("A", "B"), List.of(), List.of(), List.of(), -1, false);
        Map<String, Integer> witnesses = new LinkedHashMap<>();
        witnesses.put("seen", 3);
        witnesses.put("unseen", null);
        ScenarioResult scenario = new ScenarioResult(
                "pr",
                "",
                List.of(
                        new PropertyResult("good", Verdict.HOLDS, null),
                        new PropertyResult(
                                "bad", Verdict.VIOLATED, new Counterexample("bad", List.of(), course, ladder, true))),
                witnesses,
                Map.of("state S", 0),
                Map.of("state S", 40L),
                List.of("S -> T: not reached"),
                100,
                40,
                7,
                1.5,
                0.5,
                "",
                "");
        MutantResult mutant = new MutantResult(
                "m \"1\"", "", "good", "pr", "p.wave", Fate.SURVIVED, null, List.of(), 40, 1, "good holds");
        Map<String, List<String>> covered = new LinkedHashMap<>();
        covered.put("state S", List.of("pr"));
        covered.put("timeout X", List.of());
        covered.put("antecedent good", List.of("pr"));
        covered.put("antecedent bad", List.of());
        SetResult set = new SetResult(
                "all", "", List.of("pr"), covered, Map.of("state S", 4000L), List.of("timeout X: not reached"));
        return new Report("P", List.of(scenario), List.of(mutant), List.of(set), 2.5, false);
    }

    @Test
    void text_hasTableFiguresShortcomingsMutantsAndLadder() {
        assertThat(ReportText.render(report()))
                .contains(
                        "good  ok",
                        "bad   FAILS",
                        "pr: not reached: unseen",
                        "pr: claims what it does not cover:\n    S -> T: not reached\n",
                        "coverage of all (1 scenario)\nstate S         4,000  pr\ntimeout X              nowhere\nantecedent bad         nowhere\n",
                        "1 of 2 conditions of properties were true somewhere\n",
                        "set all: timeout X: not reached",
                        "  m \"1\"  SURVIVES   pr      -      40      1.0\n    good holds\n",
                        "way <there>")
                .endsWith("NOT as specified in 2.5 s\n");
    }

    @Test
    void junit_isXmlWithAFailurePerShortcoming() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ReportJunit.render(report()).getBytes(StandardCharsets.UTF_8)));

        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("3");
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(5);
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
                .contains("way <there>");
    }

    @Test
    void json_isOneLineWithNullForWhatIsNotReached() {
        assertThat(ReportJson.render(report()))
                .startsWith("{\"protocol\":\"P\",\"ok\":false")
                .contains("\"witnesses\":{\"seen\":3,\"unseen\":null}", "\"name\":\"m \\\"1\\\"\"")
                .contains("\"counts\":{\"state S\":40},\"brokenClaims\":[\"S -> T: not reached\"]")
                .contains(
                        "\"covered\":{\"state S\":[\"pr\"],\"timeout X\":[],\"antecedent good\":[\"pr\"],\"antecedent bad\":[]}")
                .endsWith("}\n");
    }
}
