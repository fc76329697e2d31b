package io.fourwave.conformance.counterexample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.modelcheck.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterexampleFilesTest {
    @TempDir
    Path directory;

    private List<String> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyForm_isThere_andNothingElse() throws IOException {
        Finding finding = Museum.killed("retransmission-off");
        List<Path> written = new CounterexampleFiles(directory).write(finding);

        assertThat(files())
                .containsExactly(
                        "MutantRetransmissionOffTest.java",
                        "mutant-retransmission-off.A.pkt",
                        "mutant-retransmission-off.B.pkt",
                        "mutant-retransmission-off.html",
                        "mutant-retransmission-off.json",
                        "mutant-retransmission-off.pcapng",
                        "mutant-retransmission-off.svg",
                        "mutant-retransmission-off.txt");
        assertThat(written.get(0)).hasFileName("mutant-retransmission-off.html");
        assertThat(directory.resolve("MutantRetransmissionOffTest.java"))
                .content()
                .contains("Rerun.of(Connection.class, \"smoke\", \"no-stuck-end\")", ".lost(\"", ".mustHold();");
    }

    @Test
    void segmentThatArrivesTwice_isMarkedInEveryForm() throws IOException {
        for (Path file : new CounterexampleFiles(directory).write(Museum.duplicated())) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            // Only B sees it arrive.
            boolean seen = !file.toString().endsWith(".A.pkt");
            boolean json = file.toString().endsWith(".json");
            assertThat(text.contains(json ? "\"kind\":\"repeated_arrival\"" : "DUPLICATED"))
                    .as("duplicated: " + file)
                    .isEqualTo(seen);
            assertThat(text.contains(json ? "\"stale\":true" : "STALE"))
                    .as("stale: " + file)
                    .isEqualTo(seen);
        }
    }

    @Test
    void whereTheLoopBegins_andWhatGoesOnForEver_isToldInEveryForm() throws IOException {
        int first = Museum.endless().counterexample().course().loopTo() + 1;
        new CounterexampleFiles(directory).write(Museum.endless());

        for (String form : List.of(".txt", ".svg", ".html")) {
            assertThat(directory.resolve("storm-silence-returns" + form))
                    .content()
                    .contains("from here on again and again", "and back to before step " + first + ", for ever");
        }
        assertThat(directory.resolve("storm-silence-returns.html"))
                .content()
                .contains("The steps from " + first + " on repeat for ever.");
        assertThat(directory.resolve("storm-silence-returns.json")).content().contains("\"loopTo\":" + (first - 1));
    }

    @Test
    void again_replacesWhatWasThere() throws IOException {
        Path text = directory.resolve("mutant-retransmission-off.txt");
        Files.writeString(text, "of a former check");
        new CounterexampleFiles(directory).write(Museum.killed("retransmission-off"));

        assertThat(text).content().startsWith("no-stuck-end is violated in smoke by the mutant retransmission-off");
    }

    @Test
    void fileThatCannotBeWritten_isNotLeftHalf() throws IOException {
        // A directory in the place of a file.
        Path inTheWay = Files.createDirectory(directory.resolve("mutant-retransmission-off.txt"));
        Files.writeString(inTheWay.resolve("x"), "x");

        assertThatThrownBy(() -> new CounterexampleFiles(directory).write(Museum.killed("retransmission-off")))
                .isInstanceOf(IOException.class);
        assertThat(files()).noneMatch(name -> name.endsWith(".part"));
    }
}
