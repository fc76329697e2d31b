package io.fourwave.modelcheck.tlc.child;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.StringValue;

/**
 * {@code Stood(state)} and {@code Stepped(from, to)}: always true, and counted. TLC looks at each distinct state once and takes each
 * step out of it once, so the figures of a run to the end are the same with any number of workers. Names are compared by their text: those
 * of states that come back from the disk, or over the network, are other objects.
 */
public final class Tally {
    private static final ConcurrentHashMap<String, LongAdder> STATES = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<String, ConcurrentHashMap<String, LongAdder>> STEPS =
            new ConcurrentHashMap<>();

    static final String STATE = "state ";
    static final String STEP = " -> ";

    private Tally() {}

    @TLAPlusOperator(identifier = "Stood", module = "Fourwave", minLevel = 1, warn = false)
    public static BoolValue stood(StringValue state) {
        if (Delivery.FAR) {
            Delivery.stood(state.val.toString());
        } else {
            counter(STATES, state.val.toString()).increment();
        }
        return BoolValue.ValTrue;
    }

    @TLAPlusOperator(identifier = "Stepped", module = "Fourwave", minLevel = 1, warn = false)
    public static BoolValue stepped(StringValue from, StringValue to) {
        if (from.val.equals(to.val)) {
            return BoolValue.ValTrue;
        }
        if (Delivery.FAR) {
            Delivery.stepped(from.val.toString(), to.val.toString());
        } else {
            ConcurrentHashMap<String, LongAdder> steps = STEPS.get(from.val.toString());
            if (steps == null) {
                steps = STEPS.computeIfAbsent(from.val.toString(), state -> new ConcurrentHashMap<>());
            }
            counter(steps, to.val.toString()).increment();
        }
        return BoolValue.ValTrue;
    }

    /** A get first: it does not lock, and nearly always finds one. */
    private static LongAdder counter(ConcurrentHashMap<String, LongAdder> counters, String key) {
        LongAdder known = counters.get(key);
        return known != null ? known : counters.computeIfAbsent(key, state -> new LongAdder());
    }

    /** Tells all counts. */
    public static void tell() {
        all().forEach((item, count) -> Lines.say("counted", Long.toString(count), item));
    }

    /** {@code state S} and {@code S -> T}, with how often. */
    static Map<String, Long> all() {
        Map<String, Long> counts = new TreeMap<>();
        STATES.forEach((state, count) -> counts.put(STATE + state, count.sum()));
        STEPS.forEach((from, steps) -> steps.forEach((to, count) -> counts.put(from + STEP + to, count.sum())));
        return counts;
    }

    /** Adds what an earlier part of this run has counted. */
    static void restore(Map<String, Long> counts) {
        counts.forEach((item, count) -> {
            if (item.startsWith(STATE)) {
                counter(STATES, item.substring(STATE.length())).add(count);
            } else {
                String[] ends = item.split(STEP);
                counter(STEPS.computeIfAbsent(ends[0], state -> new ConcurrentHashMap<>()), ends[1])
                        .add(count);
            }
        });
    }
}
