package io.fourwave.modelcheck.tlc.child;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tla2sany.semantic.ExprOrOpArgNode;
import tlc2.overrides.Evaluation;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.Value;

/**
 * {@code Reached(name, condition)}: always true; the first state in which the condition holds is reported, and the condition not
 * looked at again. Works with any number of workers, and one run finds all witnesses.
 */
public final class Noted {
    private static final Set<ExprOrOpArgNode> DONE = ConcurrentHashMap.newKeySet();
    private static final Map<String, Integer> FIRST = new ConcurrentHashMap<>();

    private Noted() {}

    @Evaluation(definition = "Reached", module = "Fourwave", minLevel = 1, warn = false)
    public static Value reached(
            Tool tool,
            ExprOrOpArgNode[] args,
            Context context,
            TLCState from,
            TLCState to,
            int control,
            CostModel cost) {
        if (Delivery.FAR && Delivery.current() != null) {
            delivered(tool, args, context, from, to, control, cost);
        } else if (!DONE.contains(args[1])) {
            Value holds = tool.eval(args[1], context, from, to, control, cost);
            if (holds instanceof BoolValue truth && truth.val && DONE.add(args[1])) {
                note(name(tool.eval(args[0], context, from, to, control, cost)), from.getLevel());
            }
        }
        return BoolValue.ValTrue;
    }

    private static String name(Value value) {
        return value instanceof StringValue string ? string.val.toString() : value.toString();
    }

    private static void delivered(
            Tool tool,
            ExprOrOpArgNode[] args,
            Context context,
            TLCState from,
            TLCState to,
            int control,
            CostModel cost) {
        Delivery delivery = Delivery.current();
        if (!delivery.isExpanding() && !delivery.isDone(args[1])) {
            Value holds = tool.eval(args[1], context, from, to, control, cost);
            if (holds instanceof BoolValue truth && truth.val) {
                String name = name(tool.eval(args[0], context, from, to, control, cost));
                delivery.note(args[1], name, from.getLevel());
            }
        }
    }

    /** Says it, unless it was said by the run this one resumes. */
    static void note(String name, int level) {
        if (FIRST.putIfAbsent(name, level) == null) {
            Lines.say("reached", Integer.toString(level), name);
        }
    }

    /** What was reached so far, and at which depth first. */
    static Map<String, Integer> all() {
        return new TreeMap<>(FIRST);
    }

    /** What an earlier part of this run has reached. */
    static void restore(Map<String, Integer> reached) {
        FIRST.putAll(reached);
    }
}
