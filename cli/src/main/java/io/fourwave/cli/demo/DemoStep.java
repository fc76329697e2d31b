package io.fourwave.cli.demo;

import java.io.IOException;

/** One step of the demo. */
interface DemoStep {
    /** In the imperative, short. */
    String title();

    /** After so many seconds it is given up. */
    int limitSeconds();

    /**
     * Does it.
     *
     * @return what came of it, one line
     * @throws DemoFailure when something is not as it must be
     */
    String run(DemoContext context) throws IOException, InterruptedException;
}
