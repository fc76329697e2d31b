package io.fourwave.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.ir.Place;
import io.fourwave.spec.source.SourceSet;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {
    private final SourceSet sources = SourceSet.ofText("close.wave", "one\n\twhen SEG.SEQ = RCV.NXT\nthree\n");
    private final Diagnostic diagnostic = Diagnostic.of(
                    DiagnosticCode.UNKNOWN_NAME, new Place("close.wave", 2, 17, 2, 24), "there is no `RCV.NXT`")
            .label("not defined")
            .note("first\nsecond line")
            .help("declare it");

    @Test
    void diagnostic_hasCodePlaceExcerptCaretsNoteAndHelp() {
        assertThat(DiagnosticRenderer.plain(sources).render(diagnostic)).isEqualTo("""
                        error[W0201]: there is no `RCV.NXT`
                         --> close.wave:2:17
                          |
                        2 | \twhen SEG.SEQ = RCV.NXT
                          | \t               ^^^^^^^ not defined
                          = note: first
                                  second line
                          = help: declare it
                        """);
    }

    @Test
    void whatGoesOnInTheNextLine_isMarkedToTheEndOfTheFirst() {
        Diagnostic wide = Diagnostic.of(DiagnosticCode.SYNTAX, new Place("close.wave", 1, 2, 3, 2), "wide");
        assertThat(DiagnosticRenderer.plain(sources).render(wide)).contains("1 | one\n  |  ^^\n");
    }

    @Test
    void colours_changeNothingButColour() {
        String coloured = DiagnosticRenderer.coloured(sources).render(List.of(diagnostic));
        assertThat(coloured).contains("\u001b[1;31m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(DiagnosticRenderer.plain(sources).render(List.of(diagnostic)));
    }

    @Test
    void noDiagnostics_noText() {
        assertThat(DiagnosticRenderer.plain(sources).render(List.of())).isEmpty();
    }

    @Test
    void codes_areDifferentAndExplained() {
        assertThat(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::code))
                .doesNotHaveDuplicates();
        for (DiagnosticCode code : DiagnosticCode.values()) {
            assertThat(code.code()).matches("W\\d{4}");
            assertThat(code.title()).isNotBlank().doesNotEndWith(".");
            assertThat(code.explanation()).endsWith(".");
        }
    }
}
