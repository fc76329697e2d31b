package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Place;
import java.util.ArrayList;
import java.util.List;

/** One step under way: the only mutable thing in the interpreter, made for the step and dropped after it. */
class Execution {
    final long[] core;
    final long[][] streams;
    final long[] locals;
    /** Of the arriving segment; null when none is arriving. */
    final long[] fields;

    final long nowNanos;
    final ChoiceSource source;
    final List<Effect> effects = new ArrayList<>(4);
    final List<ChoiceMade> choices = new ArrayList<>(2);
    String rule = "";
    Place place;
    int result;

    Execution(long[] core, long[][] streams, int locals, long[] fields, long nowNanos, ChoiceSource source) {
        this.core = core;
        this.streams = streams;
        this.locals = new long[locals];
        this.fields = fields;
        this.nowNanos = nowNanos;
        this.source = source;
    }

    SpecViolation violation(String problem) {
        return new SpecViolation(rule, place, problem);
    }
}
