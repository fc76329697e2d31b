package io.fourwave.modelcheck.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class LadderTest {
    private static final Ladder.End OPEN = new Ladder.End("OPEN", "");
    private static final Ladder.End SHUT = new Ladder.End("SHUT", "WAIT in 2");

    private static Ladder ladder() {
        return new Ladder(
                "a close",
                "A",
                "B",
                List.of(OPEN, OPEN),
                List.of(
                        new Ladder.Step(
                                "t=0",
                                Ladder.Side.LEFT,
                                "user: CLOSE",
                                "OPEN.CLOSE",
                                List.of("returns ok"),
                                List.of(new Ladder.Arrow(1, true, "<END>", Ladder.Fate.SENT, false, "")),
                                SHUT,
                                OPEN),
                        new Ladder.Step(
                                "t=1",
                                Ladder.Side.RIGHT,
                                "",
                                "OPEN.end",
                                List.of(),
                                List.of(
                                        new Ladder.Arrow(1, true, "<END>", Ladder.Fate.ARRIVED, true, ""),
                                        new Ladder.Arrow(2, false, "<OK & \"done\">", Ladder.Fate.SENT, false, "")),
                                SHUT,
                                new Ladder.End("SHUT", "")),
                        new Ladder.Step(
                                "t=1",
                                Ladder.Side.NEITHER,
                                "",
                                "",
                                List.of(),
                                List.of(new Ladder.Arrow(2, false, "<OK>", Ladder.Fate.LOST, false, "")),
                                SHUT,
                                new Ladder.End("SHUT", "")),
                        new Ladder.Step(
                                "t=2",
                                Ladder.Side.RIGHT,
                                "probe",
                                "",
                                List.of(),
                                List.of(new Ladder.Arrow(0, false, "<OK>", Ladder.Fate.PASSED, false, "")),
                                SHUT,
                                new Ladder.End("SHUT", ""))),
                2,
                "and so on");
    }

    @Test
    void text_showsBothEndsSegmentsRulesAndTheLoop() {
        assertThat(LadderText.render(ladder()).lines().map(String::stripTrailing))
                .containsExactly(
                        "a close",
                        "        A                                                         B",
                        "        -------------------- ------------------------------------ --------------------",
                        "        OPEN                                                      OPEN",
                        "  1 t=0 user: CLOSE",
                        "          OPEN.CLOSE         #1 <END> ->",
                        "          returns ok",
                        "        SHUT",
                        "          WAIT in 2",
                        "  2 t=1                                        #1 <END> STALE -->   OPEN.end",
                        "                                              <- #2 <OK & \"done\"> SHUT",
                        "  -- from here on again and again:",
                        "  3 t=1                                  #2 <OK> LOST",
                        "  4 t=2                      <----------------------------- <OK>  probe",
                        "  -- and so on");
    }

    @Test
    void svg_isWellFormedAndHoldsEveryRule() throws Exception {
        String svg = LadderSvg.render(ladder());

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getDocumentElement().getTextContent())
                .contains(
                        "a close",
                        "OPEN.CLOSE",
                        "OPEN.end",
                        "#2 <OK & \"done\">",
                        "#2 LOST",
                        "#1 STALE",
                        "from here on again and again");
    }
}
