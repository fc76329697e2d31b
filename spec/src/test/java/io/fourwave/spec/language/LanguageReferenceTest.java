package io.fourwave.spec.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of docs/language.md is what it claims to be. */
class LanguageReferenceTest {
    private static final Path REFERENCE = Path.of("..", "docs", "language.md");
    private static final String TABLE_START = "is compared with the compiler's list by a test -->\n";
    private static final String TABLE_END = "<!-- end of diagnostics -->";

    private static final String DOCUMENT = read();
    private static final List<Example> EXAMPLES = Example.in(DOCUMENT);
    private static final Frame FRAME = new Frame(EXAMPLES.stream()
            .filter(e -> e.kind().equals("frame"))
            .findFirst()
            .orElseThrow()
            .text());

    private static String read() {
        try {
            return Files.readString(REFERENCE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<Example> examples() {
        return EXAMPLES.stream().filter(e -> !e.kind().equals("frame"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void example_compilesOrGivesTheErrorItIsMarkedWith(Example example) {
        Compilation compilation = Compiler.compile(FRAME.complete(example));
        List<String> errors = compilation.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(d -> d.code().code() + " " + d.place() + " " + d.message())
                .toList();
        if (example.code().isEmpty()) {
            assertThat(errors).isEmpty();
            assertThat(compilation.protocol()).isPresent();
        } else {
            assertThat(errors).hasSize(1).first().asString().startsWith(example.code());
        }
    }

    @Test
    void everyBlock_isAnExample() {
        assertThat(EXAMPLES).hasSize(DOCUMENT.split("```wave", -1).length - 1);
    }

    @Test
    void tableOfDiagnostics_isTheCompilersList() throws IOException {
        String expected = "\n| code | | meaning |\n|---|---|---|\n"
                + Stream.of(DiagnosticCode.values())
                        .map(LanguageReferenceTest::row)
                        .collect(Collectors.joining())
                + "\n";
        int start = DOCUMENT.indexOf(TABLE_START) + TABLE_START.length();
        int end = DOCUMENT.indexOf(TABLE_END);
        if (Boolean.getBoolean("fourwave.update")) {
            Files.writeString(REFERENCE, DOCUMENT.substring(0, start) + expected + DOCUMENT.substring(end));
            return;
        }
        assertThat(DOCUMENT.substring(start, end))
                .as("the table of codes in docs/language.md; run the test with -Dfourwave.update=true to rewrite it")
                .isEqualTo(expected);
    }

    private static String row(DiagnosticCode code) {
        return "| " + code.code() + " | " + code.severity().word() + ": " + code.title() + " | " + code.explanation()
                + " |\n";
    }
}
