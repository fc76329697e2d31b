package io.fourwave.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.cli.child.ChildJvm;
import io.fourwave.codegen.Fingerprint;
import io.fourwave.conformance.replay.ReplayReport;
import io.fourwave.conformance.replay.Replayer;
import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's child JVM, with a second stack in memory as peer: what it leaves is whole, and conforms. */
class TransfersTest {
    @TempDir
    Path directory;

    private Properties transfer(boolean tap) throws IOException, InterruptedException {
        TransferPlan plan = new TransferPlan(
                tap,
                Files.createDirectories(directory.resolve("files")),
                directory.resolve("t.fwtrace"),
                directory.resolve("t.pcapng"),
                0,
                0,
                1,
                directory.resolve("results"));
        Path file = directory.resolve("plan");
        plan.write(file);
        assertThat(TransferPlan.read(file)).isEqualTo(plan);
        List<String> lines = new ArrayList<>();
        int status = ChildJvm.run(List.of(), TransferMain.class, List.of(file.toString(), "test"), lines::add);
        Properties results = TransferPlan.properties(plan.results());
        results.setProperty("status", Integer.toString(status));
        return results;
    }

    @Test
    void inMemory_filesArriveAndEveryStepConforms() throws IOException, InterruptedException {
        Properties results = transfer(false);

        assertThat(results).as("%s", results).doesNotContainKey("problem");
        assertThat(results).containsEntry("status", "0").containsKeys("download.nanos", "upload.nanos", "short.nanos");
        assertThat(results.getProperty("counter.tcp.active-opens")).isEqualTo("50");
        Protocol protocol = Compiler.compile(Path.of("../spec/tcp")).orThrow();
        try (TraceReader reader = TraceReader.open(directory.resolve("t.fwtrace"))) {
            ReplayReport report = new Replayer(protocol, Fingerprint.of(protocol)).replay(reader);
            assertThat(report.conforms()).isTrue();
            assertThat(Long.toString(report.steps())).isEqualTo(results.getProperty("steps"));
        }
    }
}
