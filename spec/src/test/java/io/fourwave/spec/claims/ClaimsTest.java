package io.fourwave.spec.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every claim is in docs/claims.md as it was made and measured, and is decided by what there is. */
class ClaimsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final World WORLD =
            Compiler.compile(Path.of("tcp")).protocol().orElseThrow().world();
    /** The sets the document says to check. */
    private static final Set<String> RUN = Set.of("pr", "claims");

    private static List<String> document() throws IOException {
        return Files.readAllLines(DOCS.resolve("claims.md"));
    }

    private static List<Map<String, String>> data() throws IOException {
        return Csv.read(DOCS.resolve("data").resolve("seed-claims.csv"));
    }

    private static List<String> problems(List<String> document) throws IOException {
        return new ClaimsAudit(data(), WORLD, RUN).problems(Claim.of(document));
    }

    /** Problems of the document with the row of that claim changed. */
    private static List<String> problems(String claim, Function<String, String> change) throws IOException {
        List<String> document = document().stream()
                .map(line -> line.startsWith("| " + claim + " |") ? change.apply(line) : line)
                .toList();
        assertThat(document).isNotEqualTo(document());
        return problems(document);
    }

    @Test
    void everyClaim_isThereAsMadeAndMeasured_andDecidedByWhatIsInTheSpecification() throws IOException {
        assertThat(data()).hasSize(52);
        assertThat(problems(document())).isEmpty();
    }

    @Test
    void summary_countsTheVerdicts() throws IOException {
        Map<String, Long> counted = Claim.of(document()).stream()
                .collect(Collectors.groupingBy(Claim::model, TreeMap::new, Collectors.counting()));
        Map<String, Long> told = document().stream()
                .map(line -> Pattern.compile("\\| (\\w+) \\| (\\d+) \\|").matcher(line))
                .filter(java.util.regex.Matcher::matches)
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> Long.valueOf(row.group(2)), Long::sum, TreeMap::new));

        assertThat(told).isEqualTo(counted);
    }

    @Test
    void wordsThatDiffer_areListed() throws IOException {
        String differing = Claim.of(document()).stream()
                .filter(Claim::isSaidOtherwiseByTheModel)
                .map(Claim::id)
                .collect(Collectors.joining(", "));

        assertThat(document())
                .filteredOn(line -> line.contains("different words"))
                .singleElement()
                .asString()
                .startsWith("Measurement and model use different words for: " + differing + ". ");
    }

    @Test
    void runs_thatAreNamed_areInTheMeasurements() throws IOException {
        Set<String> known = Csv.read(DOCS.resolve("data").resolve("linux-observations.csv")).stream()
                .map(run -> run.get("scenario").split("_")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = Claim.of(document()).stream()
                .flatMap(claim -> Pattern.compile("\\b[a-z]\\d\\d[a-z]?\\b")
                        .matcher(claim.runs() + " " + claim.remark())
                        .results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void claimLeftOutOrTwice_isFound() throws IOException {
        List<String> without = document().stream()
                .filter(line -> !line.startsWith("| 000.3 |"))
                .toList();
        List<String> twice = document().stream()
                .flatMap(line -> line.startsWith("| 000.3 |") ? List.of(line, line).stream() : List.of(line).stream())
                .toList();

        assertThat(problems(without)).singleElement().asString().startsWith("claims: [000.1, 000.2, 000.4,");
        assertThat(problems(twice)).singleElement().asString().contains("000.3, 000.3");
    }

    @Test
    void otherWordsThanTheData_areFound() throws IOException {
        assertThat(problems("000.3", row -> row.replace("First FIN", "The first FIN")))
                .containsExactly("000.3: the claim is \"First FIN may come from client or server\"");
        assertThat(problems("000.3", row -> row.replace("| true | n03 |", "| partly | n04 |")))
                .contains("000.3: measured: true", "000.3: runs: n03");
        assertThat(problems("000.3", row -> row.replace("| n03 | true |", "| n03 | likely |")))
                .contains("000.3: `likely` is no verdict: [true, partly, false, undecided]");
    }

    @Test
    void evidenceThatIsNotThere_isFound() throws IOException {
        assertThat(problems("000.3", row -> row.replace("`A-closes-first` in `smoke`", "`A-closes-first` in `octet`")))
                .containsExactly("000.3: nothing reached `A-closes-first` in `octet`");
        assertThat(problems("000.3", row -> row.replace("reached `A-closes-first`", "holds `A-closes-first`")))
                .containsExactly("000.3: nothing holds `A-closes-first` in `smoke`");
        assertThat(problems("003.1", row -> row.replace("by `a-loss", "by `no-loss")))
                .singleElement()
                .asString()
                .startsWith("003.1: nothing killed `fin-takes-no-sequence-number` by `no-loss");
        assertThat(problems("000.3", row -> row.replace("reached `A-closes-first`", "reached A-closes-first")))
                .singleElement()
                .asString()
                .startsWith("000.3: more than evidence");
    }

    @Test
    void verdictWithoutEvidence_orEvidenceWithoutVerdict_isFound() throws IOException {
        assertThat(problems("000.3", row -> row.replaceAll("\\| reached [^|]*\\|", "| |")))
                .containsExactly("000.3: decided by nothing");
        assertThat(problems("000.3", row -> row.replace("| n03 | true |", "| n03 | undecided |")))
                .anyMatch(problem -> problem.startsWith("000.3: undecided in spite of reached `A-closes-first`"));
    }

    @Test
    void claimTheModelDoesNotDecide_needsAReason() throws IOException {
        assertThat(problems("004.7", row -> row.replaceAll("\\|[^|]*\\|$", "| |")))
                .containsExactly("004.7: no word on why measurement and model differ");
    }

    @Test
    void differenceBetweenMeasurementAndModel_needsAWord() throws IOException {
        assertThat(problems(
                        "000.3",
                        row -> row.replace("| n03 | true |", "| n03 | partly |").replaceAll("\\|[^|]*\\|$", "| |")))
                .containsExactly("000.3: no word on why measurement and model differ");
    }
}
