package io.fourwave.spec.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.Compiler;
import io.fourwave.spec.interpret.ParameterValues;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The parameters of a close, by the names of the table of RFC defaults and of what Linux 6.18 was measured to do. The table's values are prose; what
 * they come to is in {@code teardown-values.csv}, in nanoseconds for durations and by name for enumerations.
 */
class TeardownParametersTest {
    private static final Protocol TCP =
            Compiler.compile(Path.of("tcp")).protocol().orElseThrow();

    /** The table names two parameters in one row where they belong together, the second by its last word. */
    private static final Map<String, String> IN_FULL = Map.of("probes", "keepalive_probes");

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = TeardownParametersTest.class.getResourceAsStream("/tcp/" + resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(line -> !line.isBlank()).toList();
        }
    }

    private static List<String> namesOfTheTable() throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : lines("teardown-parameters.csv")) {
            for (String name : line.substring(0, line.indexOf(',')).split(" / ")) {
                names.add(IN_FULL.getOrDefault(name, name));
            }
        }
        return names;
    }

    private static String value(Protocol.Parameter parameter, long encoded) {
        if (parameter.type() instanceof Type.Enumeration enumeration) {
            return enumeration.members().get((int) encoded);
        }
        if (parameter.type() instanceof Type.Duration && encoded == Long.MAX_VALUE) {
            return "forever";
        }
        if (parameter.type() instanceof Type.Bool) {
            return encoded == 1 ? "true" : "false";
        }
        return Long.toString(encoded);
    }

    private static Map<String, String> values() {
        long[] rfc = ParameterValues.ofProfile(TCP, "rfc", Map.of());
        long[] linux = ParameterValues.ofProfile(TCP, "linux", Map.of());
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < rfc.length; i++) {
            Protocol.Parameter parameter = TCP.parameters().get(i);
            values.put(parameter.name(), value(parameter, rfc[i]) + "," + value(parameter, linux[i]));
        }
        return values;
    }

    @Test
    void everyParameterOfTheTable_existsByThatName_withItsValueInBothProfiles() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String line : lines("teardown-values.csv")) {
            int comma = line.indexOf(',');
            expected.put(line.substring(0, comma), line.substring(comma + 1));
        }
        assertThat(expected.keySet()).containsExactlyElementsOf(namesOfTheTable());
        assertThat(values()).containsAllEntriesOf(expected);
    }

    @Test
    void profiles_areTheTwoColumns() {
        assertThat(TCP.profiles()).containsExactly("rfc", "linux");
    }

    @Test
    void rtoBackoffFactor_isWhatTheTimerSays() {
        Machine.Timer timer = TCP.machine().timers().stream()
                .filter(t -> t.name().equals("RETRANSMISSION"))
                .findFirst()
                .orElseThrow();
        assertThat(values()).containsEntry("rto_backoff_factor", timer.factor() + "," + timer.factor());
    }
}
