package io.fourwave.modelcheck.tlc.distributed;

import io.fourwave.modelcheck.tlc.child.Delivery;
import tlc2.tool.distributed.NextStateResult;

/** The result of a block, with what was counted on the way. */
final class Counted extends NextStateResult {
    private static final long serialVersionUID = 1;

    private final Delivery delivery;
    private final long generated;

    Counted(NextStateResult result, Delivery delivery) {
        // TLC takes the number of fingerprint sets off when it is asked.
        super(
                result.getNextStates(),
                result.getNextFingerprints(),
                result.getComputationTime(),
                result.getStatesComputedDelta() + result.getNextStates().length);
        this.delivery = delivery;
        this.generated = result.getStatesComputedDelta() + result.getNextStates().length;
    }

    Delivery delivery() {
        return delivery;
    }

    /** States generated from those of the block. */
    long generated() {
        return generated;
    }
}
