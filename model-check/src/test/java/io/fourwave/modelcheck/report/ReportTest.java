package io.fourwave.modelcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.MutantResult;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.ScenarioResult;
import io.fourwave.modelcheck.ScenarioResult.PropertyResult;
import io.fourwave.modelcheck.Verdict;
import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.modelcheck.trace.Counterexample;
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
    private static Report report() {
        Ladder.End end = new Ladder.End("S", "");
        Ladder ladder = new Ladder("way <there>", "A", "B", List.of(end, end), List.of(), -1, "");
        Map<String, Integer> witnesses = new LinkedHashMap<>();
        witnesses.put("seen", 3);
        witnesses.put("unseen", null);
        ScenarioResult scenario = new ScenarioResult(
                "pr",
                "",
                List.of(
                        new PropertyResult("good", Verdict.HOLDS, null),
                        new PropertyResult("bad", Verdict.VIOLATED, new Counterexample("bad", List.of(), ladder))),
                witnesses,
                Map.of(),
                100,
                40,
                7,
                1.5,
                "",
                "");
        MutantResult mutant = new MutantResult("m \"1\"", "", "good", "pr", false, null, 40, 1, "it survives: holds");
        return new Report("P", List.of(scenario), List.of(mutant), 2.5, false);
    }

    @Test
    void text_hasTableFiguresShortcomingsMutantsAndLadder() {
        assertThat(ReportText.render(report()))
                .contains(
                        "good  ok",
                        "bad   FAILS",
                        "pr: not reached: unseen",
                        "SURVIVES: it survives: holds",
                        "way <there>")
                .endsWith("NOT as specified in 2.5 s\n");
    }

    @Test
    void junit_isXmlWithAFailurePerShortcoming() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ReportJunit.render(report()).getBytes(StandardCharsets.UTF_8)));

        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
                .contains("way <there>");
    }

    @Test
    void json_isOneLineWithNullForWhatIsNotReached() {
        assertThat(ReportJson.render(report()))
                .startsWith("{\"protocol\":\"P\",\"ok\":false")
                .contains("\"witnesses\":{\"seen\":3,\"unseen\":null}", "\"name\":\"m \\\"1\\\"\"")
                .endsWith("}\n");
    }
}
