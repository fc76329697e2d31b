package io.fourwave.modelcheck.tlc.kept;

import tla2sany.semantic.SemanticNode;
import tlc2.tool.coverage.CostModel;
import tlc2.util.FP64;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.Value;

/**
 * What is known of a value: which of the values equal to it all states share, its fingerprint, and facts about it that were looked at
 * before. It hangs on the value's {@code cm}: the place where TLC counts when coverage is asked for, and free when it is not. It is
 * neither written to disk nor copied, so a value without it is only slower.
 */
public final class Kept implements CostModel {
    /** Beyond so many kinds of facts they are remembered elsewhere. */
    public static final int FACTS = 64;

    /** TLC's derived values inherit {@code cm} now and then: what hangs on another value says nothing. */
    private final Value owner;

    private final Value shared;
    private final long fingerprint;
    private final long zero;
    private final Shift shift;
    private long truths;
    private long untruths;

    private Kept(Value owner, Value shared, long fingerprint, long zero, Shift shift) {
        this.owner = owner;
        this.shared = shared;
        this.fingerprint = fingerprint;
        this.zero = zero;
        this.shift = shift;
    }

    /** A value that knows the length of its encoding and goes as a whole. */
    static Kept whole(Value value) {
        long zero = value.fingerPrint(0);
        Shift shift = Shift.of(value, zero);
        long fingerprint = shift == null ? value.fingerPrint(FP64.New()) : shift.apply(FP64.New()) ^ zero;
        return new Kept(value, value, fingerprint, zero, shift);
    }

    /** A function whose fingerprint is made of those of its parts, which are kept. */
    static Kept parts(FcnRcdValue function) {
        return new Kept(function, function, walk(function, FP64.New()), 0, null);
    }

    /** Another value equal to the one that is shared. */
    Kept duplicate(Value value) {
        return new Kept(value, shared, fingerprint, zero, shift);
    }

    /** What is known of the value, or null. */
    public static Kept of(Value value) {
        return value.cm instanceof Kept kept && kept.owner == value ? kept : null;
    }

    /** The value all states share. */
    public Value shared() {
        return shared;
    }

    /** TLC's fingerprint of the value alone. */
    public long fingerprint() {
        return fingerprint;
    }

    /** TLC's fingerprint of the value, after what led to {@code before}. */
    static long extend(Value value, long before) {
        Kept kept = of(value);
        if (kept == null) {
            return value.fingerPrint(before);
        }
        if (kept.shift != null) {
            return kept.shift.apply(before) ^ kept.zero;
        }
        if (before == FP64.New()) {
            return kept.fingerprint;
        }
        return value instanceof FcnRcdValue function ? walk(function, before) : value.fingerPrint(before);
    }

    /** As {@link FcnRcdValue#fingerPrint} of a function whose domain is no interval; a test holds them equal. */
    private static long walk(FcnRcdValue function, long before) {
        long fingerprint = FP64.Extend(before, tlc2.value.ValueConstants.FCNRCDVALUE);
        fingerprint = FP64.Extend(fingerprint, function.values.length);
        for (int i = 0; i < function.values.length; i++) {
            fingerprint = function.domain[i].fingerPrint(fingerprint);
            fingerprint = extend(function.values[i], fingerprint);
        }
        return fingerprint;
    }

    // ---- facts. Two workers may overwrite each other's: then one is looked at again.

    /** Whether the fact of this number (from 0) is known to be true. */
    public boolean isTrue(int fact) {
        return (truths & 1L << fact) != 0;
    }

    /** Whether the fact of this number (from 0) is known to be false. */
    public boolean isFalse(int fact) {
        return (untruths & 1L << fact) != 0;
    }

    public void learn(int fact, boolean truth) {
        if (truth) {
            truths |= 1L << fact;
        } else {
            untruths |= 1L << fact;
        }
    }

    // ---- TLC's counting, which is off

    @Override
    public CostModel incInvocations() {
        return this;
    }

    @Override
    public CostModel incInvocations(long value) {
        return this;
    }

    @Override
    public CostModel incSecondary() {
        return this;
    }

    @Override
    public CostModel incSecondary(long value) {
        return this;
    }

    @Override
    public CostModel report() {
        return this;
    }

    @Override
    public CostModel get(SemanticNode node) {
        return this;
    }

    @Override
    public CostModel getAndIncrement(SemanticNode node) {
        return this;
    }

    @Override
    public CostModel getRoot() {
        return this;
    }
}
