package io.fourwave.modelcheck.tlc.child;

import io.fourwave.modelcheck.tlc.kept.Keeper;
import io.fourwave.modelcheck.tlc.kept.Kept;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;
import tlc2.overrides.Evaluation;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Value;

/**
 * {@code Memo(key, outcome)}: what is a function of a part of the state, and a model has many states that share that part. Outcomes are
 * remembered by the place where the operator stands and the key's 64-bit fingerprint, the measure by which TLC itself tells states
 * apart. A truth about one value (the key is no tuple) is remembered with the value itself.
 */
public final class Memory {
    private static final ConcurrentHashMap<ExprOrOpArgNode, Site> SITES = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A place where the operator stands: the expressions whose values are the key, and a number from 0. */
    private record Site(ExprOrOpArgNode[] keys, int number) {
        static Site of(ExprOrOpArgNode key) {
            int number = NUMBER.getAndIncrement();
            return key instanceof OpApplNode applied
                            && applied.getOperator().getName().equals("$Tuple")
                    ? new Site(applied.getArgs(), number)
                    : new Site(new ExprOrOpArgNode[] {key}, number);
        }
    }

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
        if (Keeper.OFF) {
            return tool.eval(args[1], context, from, to, control, cost);
        }
        Site site = SITES.get(args[0]);
        if (site == null) {
            site = SITES.computeIfAbsent(args[0], Site::of);
        }
        long mark = site.number;
        Kept only = null;
        for (ExprOrOpArgNode key : site.keys) {
            Value value = tool.eval(key, context, from, to, control, cost);
            mark = Keeper.mixed(mark, Keeper.mark(value));
            only = Kept.of(value);
        }
        boolean one = only != null && site.keys.length == 1 && site.number < Kept.FACTS;
        if (one) {
            if (only.isTrue(site.number)) {
                return BoolValue.ValTrue;
            }
            if (only.isFalse(site.number)) {
                return BoolValue.ValFalse;
            }
        }
        Value known = Keeper.remembered(mark);
        if (known != null) {
            return known;
        }
        Value outcome = tool.eval(args[1], context, from, to, control, cost);
        if (one && outcome instanceof BoolValue truth) {
            only.learn(site.number, truth.val);
            return outcome;
        }
        Value set = outcome.toSetEnum();
        return Keeper.remember(mark, set == null ? outcome : set);
    }
}
