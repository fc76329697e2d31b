package io.fourwave.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generator reads any protocol: a name of TCP in it, even in a comment, would be the beginning of the end of that. */
class NoProtocolKnownTest {
    @Test
    void sourcesOfTheGenerator_nameNothingOfTcp() throws IOException {
        Protocol tcp = Specs.load(Specs.TCP);
        Set<String> names = new TreeSet<>();
        tcp.machine().states().stream().map(Machine.State::name).forEach(names::add);
        tcp.machine().timers().stream().map(Machine.Timer::name).forEach(names::add);
        tcp.machine().variables().stream().map(Machine.Variable::name).forEach(names::add);
        tcp.flags().forEach(flags -> names.addAll(flags.members()));
        tcp.parameters().forEach(parameter -> names.add(parameter.name()));
        // Words that mean something in any protocol are no sign of this one.
        names.removeIf(name -> name.length() < 3 || name.matches("[a-z]+"));
        assertThat(names).contains("TIME-WAIT", "SND.UNA", "FIN", "time_wait_ms");
        List<Path> sources;
        try (Stream<Path> tree = Files.walk(Path.of("src/main/java"))) {
            sources = tree.filter(path -> path.toString().endsWith(".java")).toList();
        }
        assertThat(sources).hasSizeGreaterThan(20);
        for (Path source : sources) {
            Set<String> words = new TreeSet<>(List.of(Files.readString(source).split("[^A-Za-z0-9_.-]+")));
            assertThat(words).as(source.toString()).doesNotContainAnyElementsOf(names);
        }
    }
}
