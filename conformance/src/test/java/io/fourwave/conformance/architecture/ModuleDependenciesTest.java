package io.fourwave.conformance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data flows one way through the modules. The table below is the one of ARCHITECTURE.md; the command, which may use everything, is not in it. */
class ModuleDependenciesTest {
    /** One module: its root package, the packages of ours it may use beside itself, and those of others (the JDK is free to all). */
    enum Module {
        SPEC("io.fourwave.spec..", List.of(), List.of("org.antlr.v4.runtime..")),
        CODEGEN("io.fourwave.codegen..", List.of("io.fourwave.spec.."), List.of("com.palantir.javapoet..")),
        MODEL_CHECK(
                "io.fourwave.modelcheck..",
                List.of("io.fourwave.spec.."),
                List.of("tlc2..", "tla2sany..", "pcal..", "util..")),
        RUNTIME("io.fourwave.runtime..", List.of(), List.of("com.sun.jna..", "org.agrona..", "org.pcap4j..")),
        CONFORMANCE(
                "io.fourwave.conformance..",
                List.of(
                        "io.fourwave.spec..",
                        "io.fourwave.codegen..",
                        "io.fourwave.modelcheck..",
                        "io.fourwave.runtime.."),
                List.of("tlc2..", "tla2sany..", "util..", "org.agrona..", "org.pcap4j.."));

        private final String root;
        private final List<String> ours;
        private final List<String> others;

        Module(String root, List<String> ours, List<String> others) {
            this.root = root;
            this.ours = ours;
            this.others = others;
        }

        ArchRule rule() {
            List<String> allowed =
                    new ArrayList<>(List.of("java..", "javax..", "jdk..", "com.sun.management..", "sun.misc..", root));
            allowed.addAll(ours);
            allowed.addAll(others);
            return classes()
                    .that()
                    .resideInAPackage(root)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                    .as(name() + " uses only the JDK, itself, " + ours + " and " + others);
        }
    }

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.fourwave");

    private static final JavaClasses WITH_TESTS = new ClassFileImporter().importPackages("io.fourwave");

    @ParameterizedTest
    @EnumSource
    void module_usesOnlyWhatTheTableAllows(Module module) {
        module.rule().check(MAIN);
    }

    /** This very class uses ArchUnit and JUnit, which no module may: a rule that lets it pass sees nothing at all. */
    @Test
    void rule_findsAForbiddenDependency() {
        assertThat(Module.CONFORMANCE
                        .rule()
                        .evaluate(WITH_TESTS)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(
                        detail -> detail.contains("ModuleDependenciesTest") && detail.contains("com.tngtech.archunit"));
    }

    /** The import is not empty: each module has at least its package description on the class path. */
    @ParameterizedTest
    @EnumSource
    void module_isSeenByTheTest(Module module) {
        assertThat(MAIN.that(resideInAnyPackage(module.root))).isNotEmpty();
    }
}
