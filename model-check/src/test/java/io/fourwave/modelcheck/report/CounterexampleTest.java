package io.fourwave.modelcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.Findings;
import io.fourwave.modelcheck.Knock;
import io.fourwave.modelcheck.ModelCheck;
import io.fourwave.modelcheck.ProgressListener;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.Selection;
import io.fourwave.spec.Compilation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** A stuck end, and one that knocks for ever, as pages and as JSON. */
class CounterexampleTest {
    private static Finding stuck;
    private static Finding endless;

    @BeforeAll
    static void check() throws IOException {
        stuck = findings(Knock.compile(), Selection.of("evening").onlyMutants("no-second-knock"))
                .get(0);
        Compilation forEver = Knock.compile(
                "on exhausted AGAIN in KNOCKING -> GONE { notify NOBODY-HOME }",
                "on exhausted AGAIN in KNOCKING { COUNT := 0; start AGAIN; notify NOBODY-HOME }",
                "replace \"-> GONE\" with",
                "replace \"start AGAIN\" with");
        endless = findings(forEver, Selection.of("evening").withProperties("an-end-of-it"))
                .get(0);
    }

    private static List<Finding> findings(Compilation compilation, Selection selection) throws IOException {
        Report report = ModelCheck.run(compilation, selection.withTlc(Knock.tlc()), ProgressListener.NONE);
        Findings findings = new Findings(compilation);
        List<Finding> all = new ArrayList<>();
        report.scenarios().forEach(result -> all.addAll(findings.of(result)));
        report.mutants().forEach(result -> findings.of(result).ifPresent(all::add));
        return all;
    }

    private static String text(String page) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        return document.getDocumentElement().getTextContent();
    }

    @Test
    void page_saysWhatIsViolatedWithinWhichBounds_andShowsTheRulesOfItsSteps() throws Exception {
        String page = CounterexampleHtml.render(stuck);

        assertThat(stuck.name()).isEqualTo("mutant-no-second-knock");
        assertThat(text(page))
                .contains(
                        "no-waiting-for-nothing is violated in evening by the mutant no-second-knock",
                        "in timeout AGAIN: back off AGAIN is gone",
                        "terminal for all p: p.state /= KNOCKING",
                        "No shorter way leads there.",
                        "patience_ms = 2 ticks",
                        "LOSSES = 1",
                        "AGAIN in 2",
                        "AGAIN due",
                        "LOST",
                        "KNOCKING.timeout-AGAIN knock.wave:");
        // Every link within the page leads somewhere.
        page.lines().filter(line -> line.contains("href=\"#")).forEach(line -> {
            String anchor = line.replaceAll("(?s).*href=\"#([^\"]*)\".*", "$1");
            assertThat(page).contains("id=\"" + anchor + "\"");
        });
        assertThat(page).doesNotContain("<script", " src=", "href=\"http").contains("href=\"#rule-1\"");
    }

    @Test
    void page_ofWhatGoesOnForEver_marksWhatRepeats() throws Exception {
        String page = CounterexampleHtml.render(endless);
        int first = endless.counterexample().course().loopTo() + 1;

        assertThat(page)
                .contains("<tr class=\"loop\">", "<tr id=\"step-" + first + "\" class=\"repeats\">")
                .doesNotContain("<tr id=\"step-" + (first - 1) + "\" class=\"repeats\">");
        assertThat(text(page))
                .contains(
                        "The steps from " + first + " on repeat for ever.",
                        "There may be a shorter way.",
                        "from here on again and again",
                        "Assumed:",
                        "time passes");
    }

    @Test
    @SuppressWarnings("unchecked")
    void json_holdsEveryActAndSegment() {
        Map<String, Object> json = (Map<String, Object>) JsonReader.read(CounterexampleJson.render(stuck));

        assertThat(json).containsEntry("property", "no-waiting-for-nothing").containsEntry("mutant", "no-second-knock");
        assertThat((List<Object>) json.get("acts"))
                .hasSize(stuck.counterexample().length());
        assertThat((List<Object>) json.get("segments"))
                .hasSize(stuck.counterexample().course().segments().size())
                .allSatisfy(
                        segment -> assertThat((Map<String, Object>) segment).containsKeys("from", "fields", "fates"));
    }
}
