package io.fourwave.conformance.replay;

import io.fourwave.conformance.trace.TraceRecord;
import io.fourwave.spec.ir.Place;
import java.util.List;

/**
 * Why a step does not conform.
 *
 * @param step that does not; the first one in the file
 * @param ordinal of the step in the trace, from 1
 * @param kind what does not agree
 * @param rule by which the specification went, empty when there is none
 * @param place of the rule, or null
 * @param details lines that say what was recorded and what the specification does
 * @param recordedPost the machine's state after the step
 * @param specifiedPost the specification's, or null when it makes no step here
 * @param nowNanos the step's time
 */
public record Mismatch(
        TraceRecord.Step step,
        long ordinal,
        Kind kind,
        String rule,
        Place place,
        List<Detail> details,
        long[] recordedPost,
        long[] specifiedPost,
        long nowNanos) {

    public enum Kind {
        /** Between two steps the state changed, or a step is missing. */
        CHAIN("the state before the step is not the state after the one before"),
        TIME("time went backwards"),
        INITIAL("the machine does not begin in a state the specification has"),
        EVENT("the specification does not make such a step here"),
        CHOICES("other choices were made"),
        EFFECTS("other effects came of it"),
        RULE("another rule ended the step"),
        RESULT("the call had another result"),
        STATE("the state after the step differs");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** One thing that differs; a side that has nothing is a dash. */
    public record Detail(String name, String recorded, String specified) {}
}
