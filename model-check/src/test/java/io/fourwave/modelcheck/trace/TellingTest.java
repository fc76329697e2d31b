package io.fourwave.modelcheck.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.export.Vocabulary;
import io.fourwave.modelcheck.ladder.LadderText;
import io.fourwave.modelcheck.tlc.TlaValue;
import io.fourwave.modelcheck.tlc.TlcOutcome;
import io.fourwave.modelcheck.tlc.TlcState;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of segments, told from traces made up here: two ends that are OFF or ON, and segments that are numbers. */
class TellingTest {
    private final List<TlcState> states = new ArrayList<>();
    private int capacity = 2;
    private String left = "OFF";
    private String right = "OFF";

    TellingTest() {
        state(null);
    }

    private static TlaValue text(String text) {
        return new TlaValue.Str(text);
    }

    private static TlaValue number(long value) {
        return new TlaValue.Num(value);
    }

    private static TlaValue list(List<TlaValue> elements) {
        return new TlaValue.Many(elements, false);
    }

    private static TlaValue record(Object... fields) {
        Map<String, TlaValue> all = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            all.put((String) fields[i], (TlaValue) fields[i + 1]);
        }
        return new TlaValue.Rec(all);
    }

    private static TlaValue segment(int value) {
        return record("N", number(value));
    }

    private static TlaValue note(String what) {
        return record("what", text(what), "rule", text(""), "name", text(""), "datum", number(0));
    }

    private void state(TlaValue happening) {
        TlaValue tcb = record(
                "A", record("state", text(left), "T", number(-1)), "B", record("state", text(right), "T", number(-1)));
        states.add(new TlcState(states.size() + 1, Map.of("tcb", tcb), happening));
    }

    private void happens(String kind, String peer, TlaValue message, List<TlaValue> trail, int... sent) {
        List<TlaValue> segments = new ArrayList<>();
        List<TlaValue> notes = new ArrayList<>(trail);
        for (int one : sent) {
            segments.add(segment(one));
            if (trail.isEmpty()) {
                notes.add(note("sent"));
            }
        }
        state(record(
                "kind",
                text(kind),
                "peer",
                text(peer),
                "event",
                record("event", text("E")),
                "message",
                message,
                "rule",
                text("R"),
                "trail",
                list(notes),
                "sent",
                list(segments)));
    }

    private void call(String peer, String state, int... sent) {
        if (peer.equals("A")) {
            left = state;
        } else {
            right = state;
        }
        happens("calls", peer, text(""), List.of(), sent);
    }

    private void arrives(String kind, String peer, int value, long age) {
        happens(kind, peer, record("segment", segment(value), "age", number(age)), List.of());
    }

    private Course course() {
        Vocabulary words = new Vocabulary(
                List.of("A", "B"),
                "OFF",
                Map.of("T", "T"),
                Map.of(),
                Map.of("N", "N"),
                Set.of(),
                Map.of(),
                capacity,
                false);
        TlcOutcome outcome = new TlcOutcome(
                TlcOutcome.Status.VIOLATED,
                "P",
                "",
                states,
                0,
                null,
                false,
                Map.of(),
                Map.of(),
                new TlcProgress(0, 0, 0, 0, 0),
                0,
                0);
        Counterexample told = Telling.tell("P", "title", outcome, words, true);
        assertThat(told.length()).isEqualTo(states.size() - 1);
        ladder = LadderText.render(told.ladder());
        return told.course();
    }

    private String ladder;

    private static List<Boolean> stale(Course.Segment segment) {
        return segment.fates().stream().map(Course.Fate::stale).toList();
    }

    @Test
    void lostRepeatedAndArrived_areTheFatesOfTheirSegments() {
        call("A", "ON", 1);
        call("A", "ON", 2);
        happens("time passes", "", text(""), List.of());
        arrives("loses", "B", 1, 1);
        arrives("arrives again", "B", 2, 1);
        arrives("arrives", "B", 2, 1);

        Course course = course();
        assertThat(course.segment(1).fates())
                .singleElement()
                .satisfies(fate -> assertThat(fate.kind()).isEqualTo(Course.Kind.LOSS));
        assertThat(course.segment(2).fates())
                .extracting(Course.Fate::kind)
                .containsExactly(Course.Kind.REPEATED_ARRIVAL, Course.Kind.ARRIVAL);
        assertThat(course.segment(2).fates()).extracting(Course.Fate::age).containsOnly(1L);
        assertThat(course.acts().get(4).underWay()).containsExactly(new Course.UnderWay(2, 1));
        assertThat(course.acts().get(5).underWay()).isEmpty();
        assertThat(ladder).contains("#1 <N=1> LOST", "#2 <N=2> DUPLICATED -->", "#2 <N=2> -->");
    }

    @Test
    void segmentOfAFormerLife_isStaleOnceItsSenderHasBegunAnother() {
        call("A", "ON", 1, 2);
        left = "OFF";
        happens("calls", "A", text(""), List.of(note("deleted")));
        arrives("arrives", "B", 1, 0);
        call("A", "ON", 3);
        arrives("arrives", "B", 2, 0);
        arrives("arrives", "B", 3, 0);

        Course course = course();
        // The end was gone when it arrived, but had no successor it could be mistaken for.
        assertThat(stale(course.segment(1))).containsExactly(false);
        assertThat(stale(course.segment(2))).containsExactly(true);
        assertThat(stale(course.segment(3))).containsExactly(false);
        assertThat(ladder).contains("#2 <N=2> STALE -->");
    }

    @Test
    void initialStateOfATcbThatLivesOn_beginsNoLife() {
        call("A", "ON", 1);
        call("A", "OFF");
        call("A", "ON");
        arrives("arrives", "B", 1, 0);

        assertThat(stale(course().segment(1))).containsExactly(false);
    }

    @Test
    void crashedEndThatComesBack_leavesStaleSegments() {
        call("A", "ON", 1);
        left = "OFF";
        happens("crashes", "A", text(""), List.of());
        call("A", "ON", 1);
        arrives("arrives", "B", 1, 0);
        arrives("arrives", "B", 1, 0);

        Course course = course();
        assertThat(stale(course.segment(1))).containsExactly(true);
        assertThat(stale(course.segment(2))).containsExactly(false);
        assertThat(course.segment(2).again()).isEqualTo(1);
    }

    @Test
    void tcbDeletedAndBegunAnewInOneStep_whatWasSentBeforeIsStale() {
        capacity = 3;
        call("A", "ON", 1);
        happens("calls", "A", text(""), List.of(note("sent"), note("deleted"), note("sent")), 2, 3);
        arrives("arrives", "B", 2, 0);
        arrives("arrives", "B", 3, 0);

        Course course = course();
        assertThat(stale(course.segment(2))).containsExactly(true);
        assertThat(stale(course.segment(3))).containsExactly(false);
    }

    @Test
    void channelFull_orCut_segmentVanishesAtOnce() {
        capacity = 1;
        call("A", "ON", 1, 2);
        happens("cut", "A", text(""), List.of());
        call("A", "ON", 3);

        Course course = course();
        assertThat(course.segment(2).vanished()).isEqualTo("the channel is full");
        assertThat(course.segment(1).fates())
                .singleElement()
                .satisfies(fate -> assertThat(fate.kind()).isEqualTo(Course.Kind.LOSS));
        assertThat(course.segment(3).vanished()).isEqualTo("the path is cut");
        assertThat(course.acts().get(1).peer()).isEmpty();
        assertThat(ladder).contains("#2 <N=2> LOST (the channel is full)", "#3 <N=3> LOST (the path is cut)");
    }

    @Test
    void segmentThatWasThereBefore_isToldToo() {
        arrives("arrives", "B", 7, 1);

        Course course = course();
        assertThat(course.acts().get(0).segment()).isEqualTo(1);
        assertThat(course.segment(1).act()).isEqualTo(-1);
        assertThat(ladder).contains("#1 <N=7> -->");
    }
}
