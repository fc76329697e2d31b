package io.fourwave.spec.interpret;

import java.util.stream.LongStream;

/** Which values of a choice an exploration tries. */
@FunctionalInterface
public interface ChoiceDomain {
    /** At least one value, each in [low, high]. */
    long[] values(ChoiceRequest request);

    /** More values than this are surely a mistake: an exploration of them would not end. */
    int MOST_VALUES = 4096;

    /**
     * Every value there is.
     *
     * @throws IllegalArgumentException (on use) when there are more than {@link #MOST_VALUES}
     */
    static ChoiceDomain all() {
        return request -> {
            if (request.high() - request.low() < 0 || request.high() - request.low() >= MOST_VALUES) {
                throw new IllegalArgumentException(
                        "the choice `" + request.name() + "` has too many values to try them all: "
                                + Encoding.text(request.type(), request.low()) + ".."
                                + Encoding.text(request.type(), request.high()) + "; say which ones");
            }
            return LongStream.rangeClosed(request.low(), request.high()).toArray();
        };
    }
}
