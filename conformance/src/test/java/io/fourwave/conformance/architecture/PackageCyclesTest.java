package io.fourwave.conformance.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** One direction of data flow inside the modules too: packages need each other one way only. */
class PackageCyclesTest {
    private static final ArchRule ACYCLIC =
            slices().matching("io.fourwave.(**)").should().beFreeOfCycles();

    @Test
    void packages_needEachOtherOneWayOnly() {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.fourwave");
        ACYCLIC.check(main);
    }

    @Test
    void cycle_isFound() {
        JavaClasses two = new ClassFileImporter()
                .importClasses(
                        io.fourwave.conformance.architecture.cycle.one.First.class,
                        io.fourwave.conformance.architecture.cycle.two.Second.class);
        assertThat(ACYCLIC.evaluate(two).hasViolation()).isTrue();
    }
}
