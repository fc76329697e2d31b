package io.fourwave.modelcheck.tlc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tla2sany.semantic.ExprOrOpArgNode;
import tlc2.overrides.Evaluation;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.util.FP64;
import tlc2.value.impl.Value;

/**
 * {@code Memo(key, outcome)}: the outcome of a step is a function of TCB and event, and a model has thousands of times more edges than
 * pairs of those. Outcomes are remembered by the key's 64-bit fingerprint, the measure by which TLC itself tells states apart.
 */
public final class Memory {
    /** Values of a TCB take about this much; the memory is emptied when it would take a quarter of the heap. */
    private static final int BYTES_PER_OUTCOME = 4096;

    private static final long CAPACITY = Math.max(10_000, Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_OUTCOME);
    private static final boolean OFF = Boolean.getBoolean("fourwave.memory.off");

    private static final ConcurrentHashMap<Long, Value> OUTCOMES = new ConcurrentHashMap<>();
    private static final AtomicLong MISSES = new AtomicLong();

    private Memory() {}

    @Evaluation(definition = "Memo", module = "Fourwave", minLevel = 1, warn = false)
    public static Value memo(
            Tool tool,
            ExprOrOpArgNode[] args,
            Context context,
            TLCState from,
            TLCState to,
            int control,
            CostModel cost) {
        if (OFF) {
            return tool.eval(args[1], context, from, to, control, cost);
        }
        Value key = tool.eval(args[0], context, from, to, control, cost);
        long fingerprint = key.fingerPrint(FP64.New());
        Value known = OUTCOMES.get(fingerprint);
        if (known != null) {
            return known;
        }
        Value outcome = tool.eval(args[1], context, from, to, control, cost);
        Value set = outcome.toSetEnum();
        Value kept = set == null ? outcome : set;
        // Several workers will read it: whatever is evaluated late must be evaluated now.
        kept.deepNormalize();
        kept.fingerPrint(FP64.New());
        if (MISSES.incrementAndGet() % CAPACITY == 0) {
            OUTCOMES.clear();
        }
        OUTCOMES.put(fingerprint, kept);
        return kept;
    }
}
