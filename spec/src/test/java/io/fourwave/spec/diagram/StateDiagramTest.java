package io.fourwave.spec.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.Compiler;
import io.fourwave.spec.GoldenFiles;
import io.fourwave.spec.ir.Protocol;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class StateDiagramTest {
    private static final Path STATES = Path.of("src", "test", "resources", "accept", "states-and-groups.wave");
    private final Protocol protocol =
            Compiler.compile(GoldenFiles.source(STATES)).orThrow();

    @Test
    void transitions_leadFromWhereTheStepBeganToWhereItEnded() {
        List<String> ways = Transitions.of(protocol.machine()).stream()
                .map(way -> way.from().name() + " " + way.to().name() + " " + way.rule())
                .toList();
        // A2 passes through B1, and B1 through B2 when N > 0, where the step goes on.
        assertThat(ways)
                .contains("A1 A2 early.GO", "A2 B2 early.GO", "B1 A1 middle.GO")
                .doesNotContain("A2 B1 early.GO");
    }

    @Test
    void picture_isWellFormedAndNamesEveryState() throws Exception {
        String svg = StateDiagram.svg(protocol);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        protocol.machine().states().forEach(state -> assertThat(svg).contains(">" + state.name() + "</text>"));
    }

    @Test
    void picture_isTheSameEveryTime() {
        assertThat(StateDiagram.svg(protocol)).isEqualTo(StateDiagram.svg(protocol));
    }

    @Test
    void counts_standInBoxesAndOnArrows_andWhatWasNeverSeenStandsOut() throws Exception {
        String svg = StateDiagram.svg(protocol, Map.of("state A1", 1234L, "A1 -> A2", 56789L));

        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg)
                .contains(">1,234</text>", ">56,789</text>", ">never</text>", "class=\"arrow never\"")
                .contains("class=\"state never\"");
        assertThat(StateDiagram.svg(protocol)).doesNotContain("\"state never\"", ">never<");
    }

    @Test
    void markup_isEscaped() {
        assertThat(Svg.escape("a < b & \"c\"")).isEqualTo("a &lt; b &amp; &quot;c&quot;");
    }
}
