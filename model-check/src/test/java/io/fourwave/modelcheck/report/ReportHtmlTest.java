package io.fourwave.modelcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.Knock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportHtmlTest {
    private static String page() throws IOException {
        return ReportHtml.render(Knock.compile().orThrow(), ReportTest.report());
    }

    @Test
    void page_standsAlone_withBothTablesTheDiagramAndTheWays() throws IOException {
        assertThat(page())
                .startsWith("<!DOCTYPE html>\n")
                .contains("<h1>P: not as specified</h1>".replace("P:", "KNOCK:"))
                .contains("<th class=\"name\">pr</th>", "<td class=\"good\" title=\"pr: holds\">ok</td>")
                .contains("<td class=\"bad\" title=\"pr: VIOLATED\">FAILS</td>", "not reached: unseen")
                .contains("<h2>Covered by all</h2>\n<figure><svg", "timeout X: not reached")
                .contains(
                        "0 of 1 killed by the property they name",
                        "<span class=\"bad\">SURVIVES</span><pre>good holds</pre>")
                .contains("<details><summary>bad VIOLATED, 0 steps</summary><pre>way &lt;there&gt;")
                .doesNotContain("src=\"", "href=\"http");
    }

    @Test
    void page_isWellFormed_withARowForEachPropertyAndMutant() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page().getBytes(StandardCharsets.UTF_8)));

        NodeList tables = document.getElementsByTagName("table");
        Element matrix = (Element) tables.item(0);
        assertThat(matrix.getElementsByTagName("tr").getLength()).isEqualTo(3);
        Element mutants = (Element) tables.item(tables.getLength() - 1);
        assertThat(mutants.getElementsByTagName("tr").getLength()).isEqualTo(2);
        assertThat(mutants.getTextContent()).contains("m \"1\"");
    }
}
