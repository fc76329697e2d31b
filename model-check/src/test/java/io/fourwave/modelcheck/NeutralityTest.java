package io.fourwave.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checker knows no protocol: nothing in it is named after what one protocol declares. */
class NeutralityTest {
    private static final Pattern NAMES = Pattern.compile(
            "\\b(TIME[-_]WAIT|FIN[-_]WAIT\\S*|CLOSE[-_]WAIT|LAST[-_]ACK|SYN\\S*|ESTABLISHED|FIN|RST|SND\\S*|RCV\\S*)\\b");

    @Test
    void sources_nameNothingOfTcp() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> sources = files.filter(Files::isRegularFile).toList();
            assertThat(sources).hasSizeGreaterThan(40);
            for (Path source : sources) {
                assertThat(Files.readString(source)).as(source.toString()).doesNotContainPattern(NAMES);
            }
        }
    }
}
