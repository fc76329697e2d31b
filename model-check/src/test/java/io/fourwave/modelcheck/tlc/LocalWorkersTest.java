package io.fourwave.modelcheck.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.Knock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server waits for as many workers as it was told of; one that never comes must not be waited for. */
class LocalWorkersTest {
    @TempDir
    Path directory;

    private static TlcOptions two() throws IOException {
        return Knock.tlc().withMemory(768).withWorkers(2).withDistribution(Distribution.onLoopback(2));
    }

    private static List<ProcessHandle> children(TlcOptions options) {
        String port = " " + options.distribution().port() + " ";
        return ProcessHandle.current()
                .children()
                .filter(child -> String.join(" ", child.info().arguments().orElse(new String[0]))
                        .contains(port))
                .toList();
    }

    @Test
    void allWaitForTheServer_theRunGoesOn() throws IOException {
        try (LocalWorkers workers = new LocalWorkers(two(), directory)) {
            assertThat(workers.ended()).isNull();
        }
    }

    @Test
    void oneEndsBeforeItJoined_theRunCannotGoOn() throws Exception {
        TlcOptions options = two();
        try (LocalWorkers workers = new LocalWorkers(options, directory)) {
            ProcessHandle first = children(options).get(0);
            first.destroyForcibly();
            first.onExit().get();

            assertThat(workers.ended()).startsWith("a worker could not begin");
        }
    }

    @Test
    void workerThatCannotBegin_isToldWithItsError() throws Exception {
        TlcOptions options = two().withJvmOptions(List.of("-XX:TieredStopAtLevel=99"));
        try (LocalWorkers workers = new LocalWorkers(options, directory)) {
            for (ProcessHandle child : children(options)) {
                child.onExit().get();
            }

            assertThat(workers.ended()).contains("TieredStopAtLevel");
        }
    }

    @Test
    void closed_noneIsLeft() throws IOException {
        TlcOptions options = two();
        new LocalWorkers(options, directory).close();

        assertThat(children(options)).isEmpty();
    }
}
