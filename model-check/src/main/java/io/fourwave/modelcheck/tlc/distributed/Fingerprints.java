package io.fourwave.modelcheck.tlc.distributed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import tlc2.tool.TLCTrace;
import tlc2.tool.distributed.fp.FPSetRMI;
import tlc2.tool.distributed.fp.NonDistributedFPSetManager;
import tlc2.util.BitVector;
import tlc2.util.LongVec;

/**
 * The set of states seen, at the server, and the way there from a worker. TLC's own takes a set that cannot be asked for one that knows all
 * states, which are then never looked at; here that is an error.
 */
final class Fingerprints extends NonDistributedFPSetManager {
    private static final long serialVersionUID = 1;

    private final FPSetRMI set;

    Fingerprints(FPSetRMI set, String host, TLCTrace trace) throws IOException {
        super(set, host, trace);
        this.set = set;
    }

    @Override
    public BitVector[] putBlock(LongVec[] fingerprints) {
        return ask(fingerprints, set::putBlock);
    }

    @Override
    public BitVector[] putBlock(LongVec[] fingerprints, ExecutorService executor) {
        return putBlock(fingerprints);
    }

    @Override
    public BitVector[] containsBlock(LongVec[] fingerprints) {
        return ask(fingerprints, set::containsBlock);
    }

    @Override
    public BitVector[] containsBlock(LongVec[] fingerprints, ExecutorService executor) {
        return containsBlock(fingerprints);
    }

    private interface Question {
        BitVector of(LongVec fingerprints) throws IOException;
    }

    private static BitVector[] ask(LongVec[] fingerprints, Question question) {
        BitVector[] answers = new BitVector[fingerprints.length];
        for (int i = 0; i < answers.length; i++) {
            try {
                answers[i] = question.of(fingerprints[i]);
            } catch (IOException e) {
                throw new UncheckedIOException("the set of states seen cannot be asked: " + e.getMessage(), e);
            }
        }
        return answers;
    }

    /** TLC's ends the JVM before everything is told. */
    @Override
    public void close(boolean cleanup) throws IOException {
        set.close();
    }
}
