package io.fourwave.conformance.counterexample;

/**
 * Sequence numbers of one end, from the model's modulus to 32 bits. The first is taken as it is, those of the upper half of the modulus
 * as the numbers just below 2^32; each later one is the nearest to the one before. So distances stay, and what wraps around in the model
 * does so here.
 */
final class WireNumbers {
    private static final long WIRE_MODULUS = 1L << 32;

    private final long modulus;
    private long latest;
    private long latestOnTheWire;

    WireNumbers(int modulus) {
        this.modulus = modulus;
    }

    long onTheWire(long number) {
        long distance = Math.floorMod(number - latest + modulus / 2, modulus) - modulus / 2;
        latestOnTheWire = Math.floorMod(latestOnTheWire + distance, WIRE_MODULUS);
        latest = number;
        return latestOnTheWire;
    }
}
