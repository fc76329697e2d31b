package io.fourwave.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake, as the resources {@code reject} have it, is told as the text beside it says. */
class RejectTest {
    static Stream<Path> sources() {
        return GoldenFiles.sources("reject").stream();
    }

    private static String code(Path source) {
        return GoldenFiles.name(source).substring(0, 5);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void mistake_isToldWithPlaceAndHelp(Path source) {
        Compilation compilation = Compiler.compile(GoldenFiles.source(source));
        assertThat(compilation.diagnostics().stream()
                        .map(diagnostic -> diagnostic.code().code()))
                .contains(code(source));
        GoldenFiles.compare(compilation.render(), GoldenFiles.beside(source, ".txt"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void mistake_leavesNoProtocolUnlessItIsOnlyWarnedOf(Path source) {
        Compilation compilation = Compiler.compile(GoldenFiles.source(source));
        boolean errors = compilation.diagnostics().stream().anyMatch(Diagnostic::isError);
        assertThat(compilation.protocol().isEmpty()).isEqualTo(errors);
    }

    @Test
    void everyCode_hasACase() {
        Set<DiagnosticCode> missing = EnumSet.allOf(DiagnosticCode.class);
        // No text of a source is at fault for this one; CompilerTest has its cases.
        missing.remove(DiagnosticCode.NO_SOURCE);
        GoldenFiles.sources("reject")
                .forEach(source -> missing.removeIf(code -> code.code().equals(code(source))));
        assertThat(missing).isEmpty();
    }
}
