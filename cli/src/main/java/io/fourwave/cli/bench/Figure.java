package io.fourwave.cli.bench;

import java.util.Optional;

/**
 * One line of the result.
 *
 * @param name what exactly was measured
 * @param unit of the samples, {@code Gbit/s}
 * @param baseline what it is to be compared with, the same rounds; or null
 */
record Figure(Measure measure, String name, String unit, Samples samples, Samples baseline) {
    static Figure alone(Measure measure, String name, String unit, Samples samples) {
        return new Figure(measure, name, unit, samples, null);
    }

    Optional<Samples> ratio() {
        return Optional.ofNullable(baseline).map(samples::dividedBy);
    }
}
