package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.tlc.TlcOptions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept and remembered changes no figure: TLC without it, and with a queue that goes through the disk, finds the same. */
class KeptStatesTest {
    private static ScenarioResult evening(int workers, String... options) throws IOException {
        TlcOptions tlc = new TlcOptions(workers, 256, null, null, List.of(options));
        ScenarioResult result = ModelCheck.run(
                        Knock.compile(), Selection.of("evening").withTlc(tlc), ProgressListener.NONE)
                .scenarios()
                .get(0);
        assertThat(result.error()).isEmpty();
        return result;
    }

    private static void assertSame(ScenarioResult result, ScenarioResult plain) {
        assertThat(result.generated()).isEqualTo(plain.generated());
        assertThat(result.states()).isEqualTo(plain.states());
        assertThat(result.depth()).isEqualTo(plain.depth());
        assertThat(result.counts()).isEqualTo(plain.counts());
        assertThat(result.coverage()).isEqualTo(plain.coverage());
        assertThat(result.properties()).isEqualTo(plain.properties());
    }

    @Test
    void memoryOff_findsTheSame() throws IOException {
        assertSame(evening(1), evening(1, "-Dfourwave.memory.off=true"));
    }

    @Test
    void queueOnDisk_findsTheSame() throws IOException {
        assertSame(evening(1, "-Dtlc2.tool.queue.DiskStateQueue.BufSize=3"), evening(1));
    }
}
