package io.fourwave.modelcheck.tlc;

import java.util.Set;
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
        if (!DONE.contains(args[1])) {
            Value holds = tool.eval(args[1], context, from, to, control, cost);
            if (holds instanceof BoolValue truth && truth.val && DONE.add(args[1])) {
                Value name = tool.eval(args[0], context, from, to, control, cost);
                String text = name instanceof StringValue string ? string.val.toString() : name.toString();
                Lines.say("reached", Integer.toString(from.getLevel()), text);
            }
        }
        return BoolValue.ValTrue;
    }
}
