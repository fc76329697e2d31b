package io.fourwave.spec.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader is told to type is there to be checked, and what the tutorial quotes is what the specification says. */
class TutorialTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Compilation TCP = Compiler.compile(Path.of("tcp"));
    private static final World WORLD = TCP.orThrow().world();
    private static final Pattern ASKED = Pattern.compile("--(scenario|mutant|set|property) ([\\w-]+)");

    private static String tutorial() throws IOException {
        return Files.readString(DOCS.resolve("tutorial.md"));
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>();
        WORLD.scenarios().forEach(scenario -> {
            known.add("scenario " + scenario.name());
            scenario.sets().forEach(set -> known.add("set " + set));
        });
        WORLD.mutants().forEach(mutant -> known.add("mutant " + mutant.name()));
        WORLD.properties().forEach(property -> known.add("property " + property.name()));
        return known;
    }

    private static Set<String> asked(String page) {
        return page.lines()
                .filter(line -> line.contains("./fourwave check"))
                .flatMap(line -> ASKED.matcher(line).results())
                .map(found -> found.group(1) + " " + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatThePagesAskToCheck_isThere() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("..", "README.md")));
        try (Stream<Path> docs = Files.walk(DOCS)) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        for (Path page : pages) {
            assertThat(known()).as(page.toString()).containsAll(asked(Files.readString(page)));
        }
        assertThat(asked(tutorial())).contains("scenario forgotten", "mutant probes-not-counted");
    }

    /** A quotation may leave out the sets and what is pinned. */
    @Test
    void quotations_areWhatTheSpecificationSays() throws IOException {
        String sources;
        try (Stream<Path> files = Files.list(Path.of("tcp"))) {
            sources = files.sorted()
                    .map(TutorialTest::read)
                    .flatMap(String::lines)
                    .collect(words());
        }
        List<String> quoted = Arrays.stream(tutorial().split("\n\n"))
                .filter(block -> block.matches("(?s) {4}(property|scenario|mutant) .*"))
                .map(block -> block.lines().collect(words()))
                .toList();

        assertThat(quoted)
                .hasSize(3)
                .allSatisfy(quotation -> assertThat(sources).contains(quotation));
    }

    @Test
    void figuresOfTheTutorial_areThePinned() throws IOException {
        Set<Long> pinned =
                WORLD.scenarios().stream().map(World.Scenario::expectedStates).collect(Collectors.toSet());
        List<Long> told = Pattern.compile("in (?:all )?([\\d,]+) states")
                .matcher(tutorial())
                .results()
                .map((MatchResult found) -> Long.valueOf(found.group(1).replace(",", "")))
                .toList();

        assertThat(told).hasSize(2).allSatisfy(states -> assertThat(pinned).contains(states));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> words() {
        return Collectors.collectingAndThen(
                Collectors.filtering(
                        line -> !line.toString().strip().matches("(sets|expect) .*"), Collectors.joining(" ")),
                text -> text.strip().replaceAll("\\s+", " "));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
