package io.fourwave.modelcheck.tlc.child;

import io.fourwave.modelcheck.tlc.kept.KeptState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import tla2sany.semantic.OpDefNode;
import tlc2.output.EC;
import tlc2.output.MPRecorder;
import tlc2.tool.ITool;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.Value;

/**
 * Hears what TLC prints, where it prints it. Evaluates, for each two successive states of a trace, what the module says may have happened
 * between them; passes on that a checkpoint is made; and has states kept from when there is somebody to evaluate them.
 */
public final class Teller extends MPRecorder {
    private final Supplier<ITool> tools;
    private final IntConsumer others;
    private final List<TLCState> told = new ArrayList<>();
    private boolean kept;

    /**
     * @param tools gives the evaluator, once there is one; null before
     * @param others is told the codes of what is of no trace
     */
    public Teller(Supplier<ITool> tools, IntConsumer others) {
        this.tools = tools;
        this.others = others;
    }

    @Override
    public void record(int code, Object... objects) {
        if (!kept) {
            keepStates();
        }
        if (code == EC.TLC_STATE_PRINT2 && objects.length == 2 && objects[0] instanceof TLCStateInfo info) {
            TLCState previous = told.isEmpty() ? null : told.get(told.size() - 1);
            if (previous != null && info.state != null) {
                tell("happening", previous, info.state, String.valueOf(objects[1]));
            }
            told.add(info.state);
        } else if (code == EC.TLC_BACK_TO_STATE && !told.isEmpty()) {
            closes();
        } else {
            others.accept(code);
        }
    }

    /** The first thing said once all is set up is said before there is a state. */
    private void keepStates() {
        try {
            ITool tool = tools.get();
            if (tool != null) {
                kept = true;
                KeptState.install(tool);
            }
        } catch (LinkageError e) {
            // Another release of the tools: as TLC does it, only slower.
            Lines.say("untold", e.toString());
        }
    }

    /** The last state is followed by an earlier one. By which is printed only, and not told here: so all are. */
    private void closes() {
        TLCState last = told.get(told.size() - 1);
        for (int i = 0; i < told.size(); i++) {
            if (last != null && told.get(i) != null) {
                tell("closing", last, told.get(i), Integer.toString(i + 1));
            }
        }
    }

    private void tell(String what, TLCState from, TLCState to, String number) {
        try {
            if (tools.get() instanceof Tool tool) {
                OpDefNode happenings = tool.getRootModule().getOpDef("Happenings");
                if (happenings != null) {
                    Value value = (Value) tool.eval(happenings.getBody(), Context.Empty, from, to, 0);
                    Value set = value.toSetEnum();
                    if (set instanceof SetEnumValue elements && elements.size() > 0) {
                        Lines.say(
                                what, number, elements.elements().nextElement().toString());
                    }
                }
            }
        } catch (RuntimeException e) {
            Lines.say("untold", number, String.valueOf(e.getMessage()));
        }
    }
}
