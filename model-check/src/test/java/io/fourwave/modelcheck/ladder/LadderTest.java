package io.fourwave.modelcheck.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

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

    private static Document svg(Ladder ladder) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(LadderSvg.render(ladder).getBytes(StandardCharsets.UTF_8)));
    }

    private static Ladder of(Ladder.End after, Ladder.Arrow... arrows) {
        List<Ladder.Step> steps = new ArrayList<>();
        for (Ladder.Arrow arrow : arrows) {
            Ladder.Side side =
                    arrow.toRight() == (arrow.fate() == Ladder.Fate.SENT) ? Ladder.Side.LEFT : Ladder.Side.RIGHT;
            steps.add(new Ladder.Step("t=0", side, "", "rule", List.of("a remark"), List.of(arrow), after, OPEN));
        }
        return new Ladder("title", "A", "B", List.of(OPEN, OPEN), steps, -1, "");
    }

    private static List<Element> elements(Document document, String tag, String style) {
        NodeList all = document.getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (List.of(element.getAttribute("class").split(" ")).contains(style)) {
                found.add(element);
            }
        }
        return found;
    }

    /** One that goes to the left: its marks stand at the left end. */
    @Test
    void segmentThatArrivesTwice_isDrawnTwice_andMarkedWhereItArrives() throws Exception {
        Ladder ladder = of(
                OPEN,
                new Ladder.Arrow(1, false, "<X>", Ladder.Fate.SENT, false, ""),
                new Ladder.Arrow(1, false, "<X>", Ladder.Fate.DUPLICATED, false, ""),
                new Ladder.Arrow(1, false, "<X>", Ladder.Fate.ARRIVED, true, ""));
        Document document = svg(ladder);

        Element twice = elements(document, "text", "doubled").get(0);
        assertThat(twice.getTextContent()).isEqualTo("#1 DUPLICATED");
        assertThat(twice.getAttribute("text-anchor")).isEqualTo("end");
        Element line = elements(document, "line", "double").get(0);
        Element old = elements(document, "line", "old").get(0);
        assertThat(Integer.parseInt(twice.getAttribute("x"))).isLessThan(Integer.parseInt(line.getAttribute("x2")));
        // Both come from where it set out.
        assertThat(old.getAttribute("y1")).isEqualTo(line.getAttribute("y1"));
        assertThat(old.getAttribute("x2")).isEqualTo(line.getAttribute("x2"));
        assertThat(elements(document, "text", "stale"))
                .singleElement()
                .satisfies(text -> assertThat(text.getTextContent()).isEqualTo("#1 STALE"));
        assertThat(LadderText.render(ladder)).contains("<-- #1 <X> DUPLICATED", "<-- #1 <X> STALE");
    }

    /** Recorded runs name the event of an arrival, too. */
    @Test
    void arrivalBesideAnEvent_leavesItsPlaceToTheEvent() throws Exception {
        Ladder.Step step = new Ladder.Step(
                "t=0",
                Ladder.Side.RIGHT,
                "arrives",
                "rule",
                List.of(),
                List.of(new Ladder.Arrow(1, true, "<X>", Ladder.Fate.ARRIVED, false, "")),
                OPEN,
                OPEN);
        Document document = svg(new Ladder("title", "A", "B", List.of(OPEN, OPEN), List.of(step), -1, ""));

        assertThat(elements(document, "text", "event"))
                .singleElement()
                .satisfies(text -> assertThat(text.getTextContent()).isEqualTo("arrives"));
        assertThat(elements(document, "text", "time"))
                .extracting(Element::getTextContent)
                .containsExactly("1  t=0");
    }

    @Test
    void linesComeBeforeTexts_soThatNoneGoesThroughALetter() {
        String svg = LadderSvg.render(ladder());

        assertThat(svg.lastIndexOf("<line")).isLessThan(svg.indexOf("<text class="));
    }

    @Test
    void whatIsLostAtOnce_hasItsCrossBesideItsSender() throws Exception {
        Document document = svg(of(OPEN, new Ladder.Arrow(1, false, "<X>", Ladder.Fate.LOST, false, "full")));

        Element line = elements(document, "line", "gone").get(0);
        Element cross = elements(document, "text", "cross").get(0);
        Element what = elements(document, "text", "lost").get(0);
        assertThat(cross.getAttribute("x")).isEqualTo(line.getAttribute("x2"));
        assertThat(what.getTextContent()).isEqualTo("#1 <X> (full) LOST");
        assertThat(Integer.parseInt(what.getAttribute("x"))).isLessThan(Integer.parseInt(line.getAttribute("x2")));
        assertThat(what.getAttribute("text-anchor")).isEqualTo("end");
    }

    @Test
    void repetition_isBracketed() throws Exception {
        assertThat(elements(svg(ladder()), "line", "loop")).hasSize(3);
        assertThat(elements(svg(of(OPEN)), "line", "loop")).isEmpty();
    }

    @Test
    void manyTimers_areBrokenIntoLines_andNothingIsPushedAside() {
        Ladder.End many = new Ladder.End("OPEN", "RETRANSMISSION in 3, KEEP-ALIVE-PROBE in 12, USER-TIMEOUT in 240");
        assertThat(many.lines(30))
                .containsExactly("RETRANSMISSION in 3,", "KEEP-ALIVE-PROBE in 12,", "USER-TIMEOUT in 240");
    }
}
