package io.fourwave.spec.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every property is in docs/properties.md, and what a teardown owes is shown there by properties that are checked, tried and able to fail. */
class PropertiesTest {
    private static final Path PAGE = Path.of("..", "docs", "properties.md");
    private static final String BEGIN = "<!-- properties: written by a test, -Dfourwave.update=true -->\n";
    private static final String END = "<!-- end of properties -->\n";
    private static final World WORLD =
            Compiler.compile(Path.of("tcp")).orThrow().world();

    @Test
    void catalogue_isThatOfTheSpecification() throws IOException {
        String tables = new PropertiesPage(WORLD).tables();
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("fourwave.update")) {
            page = page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + tables + page.substring(page.indexOf(END));
            Files.writeString(PAGE, page);
        }
        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .as("write it with -Dfourwave.update=true")
                .isEqualTo(tables);
    }

    @Test
    void whatATeardownOwes_isCheckedTriedAndAbleToFail() throws IOException {
        List<Owed> owed = Owed.of(Files.readAllLines(PAGE));

        assertThat(owed).hasSizeGreaterThan(12);
        assertThat(new OwedAudit(WORLD, "pr").problems(owed)).isEmpty();
    }

    @Test
    void whatHoldsHereAndFailsThere_saysWhatItAssumes() {
        assertThat(WORLD.properties())
                .filteredOn(property -> asked(World.Scenario::properties).contains(property.name()))
                .filteredOn(property -> asked(World.Scenario::refuted).contains(property.name()))
                .hasSizeGreaterThan(5)
                .allSatisfy(property ->
                        assertThat(property.assumptions()).as(property.name()).isNotEmpty());
    }

    private static Set<String> asked(Function<World.Scenario, List<String>> asked) {
        return WORLD.scenarios().stream()
                .filter(scenario -> !scenario.sets().isEmpty())
                .flatMap(scenario -> asked.apply(scenario).stream())
                .collect(Collectors.toSet());
    }

    @Test
    void rowThatNamesWhatIsNotThere_orProvesNothing_isFound() {
        OwedAudit audit = new OwedAudit(WORLD, "pr");

        assertThat(audit.problems(Owed.of(List.of("| octets | `no-such-property` | 3.6 | `half-closed` |"))))
                .contains("octets: there is no property `no-such-property`");
        assertThat(audit.problems(Owed.of(List.of("| octets | `no-stuck-end` | 3.6 | `no-such-witness` |"))))
                .containsExactly(
                        "octets: no scenario of `pr` reaches `no-such-witness` and asks about one of [no-stuck-end]");
        assertThat(audit.problems(Owed.of(List.of("| octets | `no-stuck-end` | 3.6 | `second-repetition` |"))))
                .containsExactly(
                        "octets: no scenario of `pr` reaches `second-repetition` and asks about one of [no-stuck-end]");
        assertThat(audit.problems(Owed.of(List.of("| octets | `no-stuck-end` | | |"))))
                .containsExactly("octets: no section of an RFC", "octets: nothing shows that it is put to the test");
        assertThat(audit.problems(Owed.of(List.of("| octets | | 3.6 | |"))))
                .containsExactly("octets: no property", "octets: nothing shows that it is put to the test");
    }

    @Test
    void propertyThatIsNotCheckedOrCannotFail_isFound() {
        OwedAudit audit = new OwedAudit(WORLD, "no-such-set");

        assertThat(audit.problems(Owed.of(List.of("| octets | `no-stuck-end` | 3.6 | `half-closed` |"))))
                .containsExactly(
                        "octets: `no-stuck-end` is asked about in no scenario of `no-such-set`",
                        "octets: `no-stuck-end` has no mutant in `no-such-set`, and is refuted in none of its scenarios",
                        "octets: no scenario of `no-such-set` reaches `half-closed` and asks about one of [no-stuck-end]");
    }
}
