package io.fourwave.spec.museum;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The museum's catalogue is that of the specification, and nothing is said to have been seen without saying where. */
class MuseumTest {
    private static final Path PAGE = Path.of("..", "docs", "museum.md");
    private static final String BEGIN = "<!-- mutants: written by a test, -Dfourwave.update=true -->\n";
    private static final String END = "<!-- end of mutants -->\n";
    private static final Compilation TCP = Compiler.compile(Path.of("tcp"));
    private static final World WORLD = TCP.orThrow().world();

    private static String between(String page) {
        return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
    }

    private static String section(String page, String title) {
        String from = page.substring(page.indexOf("\n## " + title + "\n") + 1);
        int end = from.indexOf("\n## ");
        return end < 0 ? from : from.substring(0, end);
    }

    @Test
    void catalogue_isThatOfTheSpecification() throws IOException {
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("fourwave.update")) {
            page = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                    + MuseumPage.tables(TCP)
                    + page.substring(page.indexOf(END));
            Files.writeString(PAGE, page);
        }
        assertThat(between(page)).as("write it with -Dfourwave.update=true").isEqualTo(MuseumPage.tables(TCP));
    }

    @Test
    void faultsOfRealStacks_areEachThere() throws IOException {
        List<String> named = Pattern.compile("(?m)^\\| [^|]+ \\| `([^`]+)`")
                .matcher(section(Files.readString(PAGE), "The faults it began with"))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(named).hasSize(17).doesNotHaveDuplicates();
        assertThat(WORLD.mutants()).extracting(World.Mutant::name).containsAll(named);
    }

    @Test
    void whereAFaultWasSeen_isAmongTheSources() throws IOException {
        Set<String> known = names("(?m)^- ([^:]+): ", section(Files.readString(PAGE), "Sources"));
        Set<String> named = WORLD.mutants().stream()
                .map(MuseumPage::doc)
                .filter(doc -> doc.contains("Seen"))
                .flatMap(doc -> {
                    Set<String> seen = names("[:;] ([^:;,]+), (?:issue|pull request|KB) ?s?", doc);
                    assertThat(seen).as(doc).isNotEmpty();
                    return seen.stream();
                })
                .collect(Collectors.toCollection(TreeSet::new));

        // Nor is anybody accused for nothing.
        assertThat(known).hasSizeGreaterThan(10).isEqualTo(named);
    }

    private static Set<String> names(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
