package io.fourwave.runtime.link;

import java.util.Objects;

/**
 * What one direction of a link does to its frames. The same seed and the same frames give the same losses.
 *
 * @param seed of the random choices
 * @param loss probability that a frame is lost, 0 to 1
 * @param duplication probability that a frame arrives twice
 * @param reordering probability that a frame is held back by {@code holdNanos}, so that those behind overtake it
 * @param holdNanos how long a reordered frame is held back
 * @param delayNanos every frame's travelling time
 * @param jitterNanos a random addition, evenly distributed from 0 up to this; reorders too
 * @param drop frames to lose whatever chance says
 */
public record Impairment(
        long seed,
        double loss,
        double duplication,
        double reordering,
        long holdNanos,
        long delayNanos,
        long jitterNanos,
        FrameRule drop) {
    /** A direction that does nothing to its frames. */
    public static final Impairment NONE = new Impairment(0, 0, 0, 0, 0, 0, 0, FrameRule.NONE);

    public Impairment {
        probability("loss", loss);
        probability("duplication", duplication);
        probability("reordering", reordering);
        if (holdNanos < 0 || delayNanos < 0 || jitterNanos < 0) {
            throw new IllegalArgumentException("a negative time: a frame cannot arrive before it is sent");
        }
        Objects.requireNonNull(drop);
    }

    /** Nothing yet, but with a seed for what is added. */
    public static Impairment seeded(long seed) {
        return new Impairment(seed, 0, 0, 0, 0, 0, 0, FrameRule.NONE);
    }

    public Impairment withLoss(double probability) {
        return new Impairment(seed, probability, duplication, reordering, holdNanos, delayNanos, jitterNanos, drop);
    }

    public Impairment withDuplication(double probability) {
        return new Impairment(seed, loss, probability, reordering, holdNanos, delayNanos, jitterNanos, drop);
    }

    public Impairment withReordering(double probability, long heldBackNanos) {
        return new Impairment(seed, loss, duplication, probability, heldBackNanos, delayNanos, jitterNanos, drop);
    }

    public Impairment withDelay(long nanos, long jitter) {
        return new Impairment(seed, loss, duplication, reordering, holdNanos, nanos, jitter, drop);
    }

    public Impairment withDrop(FrameRule rule) {
        return new Impairment(seed, loss, duplication, reordering, holdNanos, delayNanos, jitterNanos, rule);
    }

    private static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("the probability of " + name + " is " + value + ", not in 0..1");
        }
    }
}
