package io.fourwave.modelcheck.tlc;

import tla2sany.semantic.OpDefNode;
import tlc2.TLC;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.output.MP;
import tlc2.output.MPRecorder;
import tlc2.tool.AbstractChecker;
import tlc2.tool.ModelChecker;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.Value;
import util.SimpleFilenameToStream;

/** What runs in the child JVM: TLC, with its arguments, and a word about its progress every now and then. */
public final class TlcChild {
    private static final long PROGRESS_MILLIS = Long.getLong("fourwave.progress.millis", 500);

    private TlcChild() {}

    /** Arguments are TLC's; the working directory holds the modules. */
    public static void main(String[] args) {
        TLC tlc = new TLC();
        if (!tlc.handleParameters(args)) {
            System.exit(1);
        }
        tlc.setResolver(new SimpleFilenameToStream());
        try {
            MP.setRecorder(new Teller());
        } catch (LinkageError e) {
            // Another release of the tools: a counterexample is then told without the names of its steps.
            Lines.say("untold", e.toString());
        }
        Thread progress = new Thread(TlcChild::progress, "progress");
        progress.setDaemon(true);
        progress.start();
        int code = tlc.process();
        report();
        Tally.tell();
        System.exit(code);
    }

    private static void progress() {
        try {
            while (true) {
                Thread.sleep(PROGRESS_MILLIS);
                report();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void report() {
        AbstractChecker checker = TLCGlobals.mainChecker;
        if (checker instanceof ModelChecker model) {
            Lines.say(
                    "progress",
                    Long.toString(model.getStatesGenerated()),
                    Long.toString(model.getDistinctStatesGenerated()),
                    Long.toString(model.getStateQueueSize()),
                    Integer.toString(model.getProgress()));
        }
    }

    /** Evaluates, for each two successive states of a trace TLC prints, what the module says may have happened between them. */
    private static final class Teller extends MPRecorder {
        private TLCState previous;

        @Override
        public void record(int code, Object... objects) {
            if (code == EC.TLC_STATE_PRINT2 && objects.length == 2 && objects[0] instanceof TLCStateInfo info) {
                if (previous != null && info.state != null) {
                    tell(previous, info.state, String.valueOf(objects[1]));
                }
                previous = info.state;
            }
        }

        private static void tell(TLCState from, TLCState to, String number) {
            try {
                if (TLCGlobals.mainChecker.tool instanceof Tool tool) {
                    OpDefNode happenings = tool.getRootModule().getOpDef("Happenings");
                    if (happenings != null) {
                        Value value = (Value) tool.eval(happenings.getBody(), Context.Empty, from, to, 0);
                        Value set = value.toSetEnum();
                        if (set instanceof SetEnumValue elements && elements.size() > 0) {
                            Lines.say(
                                    "happening",
                                    number,
                                    elements.elements().nextElement().toString());
                        }
                    }
                }
            } catch (RuntimeException e) {
                Lines.say("untold", number, String.valueOf(e.getMessage()));
            }
        }
    }
}
