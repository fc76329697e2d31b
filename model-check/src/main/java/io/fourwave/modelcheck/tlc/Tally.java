package io.fourwave.modelcheck.tlc;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.StringValue;
import util.UniqueString;

/**
 * {@code Stood(state)} and {@code Stepped(from, to)}: always true, and counted. TLC looks at each distinct state once and takes each
 * step out of it once, so the figures of a run to the end are the same with any number of workers.
 */
public final class Tally {
    private static final ConcurrentHashMap<UniqueString, LongAdder> STATES = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<UniqueString, ConcurrentHashMap<UniqueString, LongAdder>> STEPS =
            new ConcurrentHashMap<>();

    private static final String STATE = "state ";
    private static final String STEP = " -> ";

    private Tally() {}

    @TLAPlusOperator(identifier = "Stood", module = "Fourwave", minLevel = 1, warn = false)
    public static BoolValue stood(StringValue state) {
        counter(STATES, state.val).increment();
        return BoolValue.ValTrue;
    }

    @TLAPlusOperator(identifier = "Stepped", module = "Fourwave", minLevel = 1, warn = false)
    public static BoolValue stepped(StringValue from, StringValue to) {
        if (!from.val.equals(to.val)) {
            ConcurrentHashMap<UniqueString, LongAdder> steps = STEPS.get(from.val);
            if (steps == null) {
                steps = STEPS.computeIfAbsent(from.val, state -> new ConcurrentHashMap<>());
            }
            counter(steps, to.val).increment();
        }
        return BoolValue.ValTrue;
    }

    /** A get first: it does not lock, and nearly always finds one. */
    private static LongAdder counter(ConcurrentHashMap<UniqueString, LongAdder> counters, UniqueString key) {
        LongAdder known = counters.get(key);
        return known != null ? known : counters.computeIfAbsent(key, state -> new LongAdder());
    }

    /** Tells all counts. */
    static void tell() {
        all().forEach((item, count) -> Lines.say("counted", Long.toString(count), item));
    }

    /** {@code state S} and {@code S -> T}, with how often. */
    static Map<String, Long> all() {
        Map<String, Long> counts = new TreeMap<>();
        STATES.forEach((state, count) -> counts.put(STATE + state, count.sum()));
        STEPS.forEach((from, steps) -> steps.forEach((to, count) -> counts.put(from + STEP + to, count.sum())));
        return counts;
    }

    /** Adds what an earlier part of this run has counted. Interns names: not before TLC has recovered its own table of them. */
    static void restore(Map<String, Long> counts) {
        counts.forEach((item, count) -> {
            if (item.startsWith(STATE)) {
                counter(STATES, UniqueString.uniqueStringOf(item.substring(STATE.length())))
                        .add(count);
            } else {
                String[] ends = item.split(STEP);
                counter(
                                STEPS.computeIfAbsent(
                                        UniqueString.uniqueStringOf(ends[0]), state -> new ConcurrentHashMap<>()),
                                UniqueString.uniqueStringOf(ends[1]))
                        .add(count);
            }
        });
    }
}
