package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.modelcheck.tlc.TlcOutcome;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndsTest {
    private static String told(TlcOutcome.Status status) {
        TlcOptions options = Knock.tlc().withMemory(512);
        return Ends.told(
                new TlcOutcome(
                        status,
                        "",
                        "",
                        List.of(),
                        0,
                        null,
                        false,
                        Map.of(),
                        Map.of(),
                        new TlcProgress(90_000, 30_000, 1_234, 9, 61),
                        0,
                        0),
                options);
    }

    @Test
    void noVerdict_saysHowFarItWas_andWhatHelps() {
        assertThat(told(TlcOutcome.Status.OUT_OF_MEMORY))
                .isEqualTo("out of memory (512 MiB) after 61 s with 30,000 distinct states and 1,234 waiting\n"
                        + "help: more with --memory MIB, fewer --workers, or smaller bounds of the scenario");
        assertThat(told(TlcOutcome.Status.OUT_OF_DISK)).contains("no space left", "30,000", "--states DIR");
        assertThat(told(TlcOutcome.Status.OUT_OF_TIME))
                .startsWith("out of time after 61 s")
                .contains("--timeout");
        assertThat(told(TlcOutcome.Status.INTERRUPTED)).isEmpty();
    }
}
