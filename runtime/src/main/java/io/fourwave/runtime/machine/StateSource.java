package io.fourwave.runtime.machine;

/** What a {@link StateSink} got, in the same order. */
public interface StateSource {
    /**
     * The next value.
     *
     * @throws IllegalArgumentException when there is none, or octets come next
     */
    long value();

    /**
     * The next octets, a view that is valid until the next call.
     *
     * @throws IllegalArgumentException when there are none, or a value comes next
     */
    Octets octets();
}
