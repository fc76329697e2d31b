package io.fourwave.modelcheck.trace;

import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.modelcheck.ladder.LadderText;
import io.fourwave.modelcheck.tlc.TlcState;
import java.util.List;

/**
 * How a property comes to be violated.
 *
 * @param property its name in the spec
 * @param states as TLC found them, the first is the beginning
 * @param course the same as a schedule
 * @param ladder the same to be drawn
 * @param shortest none that is shorter exists; else it may be longer than need be
 */
public record Counterexample(String property, List<TlcState> states, Course course, Ladder ladder, boolean shortest) {
    /** Number of steps. */
    public int length() {
        return course.acts().size();
    }

    /** The ladder as lines, each ended by a line break. */
    public String text() {
        return LadderText.render(ladder) + (shortest ? "" : "  -- there may be a shorter way\n");
    }
}
