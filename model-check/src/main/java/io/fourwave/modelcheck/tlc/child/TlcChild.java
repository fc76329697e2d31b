package io.fourwave.modelcheck.tlc.child;

import java.io.IOException;
import java.nio.file.Path;
import tlc2.TLC;
import tlc2.TLCGlobals;
import tlc2.output.MP;
import tlc2.tool.ITool;
import tlc2.tool.ModelChecker;
import tlc2.tool.queue.IStateQueue;
import util.SimpleFilenameToStream;

/** What runs in the child JVM: TLC, with its arguments, and a word about its progress every now and then. */
public final class TlcChild {
    private TlcChild() {}

    /** Arguments are TLC's; the working directory holds the modules. */
    public static void main(String[] args) throws IOException {
        Parent.watch();
        TLC tlc = new TLC();
        if (!tlc.handleParameters(args)) {
            System.exit(1);
        }
        tlc.setResolver(new SimpleFilenameToStream());
        Checkpointer checkpointer = Checkpointer.asked(TlcChild::subject);
        try {
            MP.setRecorder(new Teller(TlcChild::tool, checkpointer == null ? code -> {} : checkpointer::heard));
        } catch (LinkageError e) {
            // Another release of the tools: a counterexample is then told without the names of its steps.
            Lines.say("untold", e.toString());
        }
        Progress.every(TlcChild::progress);
        int code = tlc.process();
        if (checkpointer != null) {
            checkpointer.over();
        }
        Progress.say(progress());
        Tally.tell();
        System.exit(code);
    }

    /** Null until all is set up. */
    private static ITool tool() {
        return TLCGlobals.mainChecker == null ? null : TLCGlobals.mainChecker.tool;
    }

    /** Null as long as there is nothing to tell of. */
    private static TlcProgress progress() {
        if (TLCGlobals.mainChecker instanceof ModelChecker model) {
            return new TlcProgress(
                    model.getStatesGenerated(),
                    model.getDistinctStatesGenerated(),
                    model.getStateQueueSize(),
                    model.getProgress(),
                    0);
        }
        return null;
    }

    private static Checkpointer.Subject subject() {
        return TLCGlobals.mainChecker instanceof ModelChecker model ? new Run(model) : null;
    }

    private record Run(ModelChecker model) implements Checkpointer.Subject {
        @Override
        public TlcProgress progress() {
            return TlcChild.progress();
        }

        @Override
        public IStateQueue queue() {
            return model.theStateQueue;
        }

        @Override
        public Path directory() {
            return Path.of(model.metadir);
        }

        @Override
        public boolean isResumable() {
            return model.tool.livenessIsTrue();
        }

        @Override
        public Object monitor() {
            return model;
        }
    }
}
