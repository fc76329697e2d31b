package io.fourwave.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.grammar.WaveLexer;
import io.fourwave.spec.print.IrPrinter;
import io.fourwave.spec.source.SourceFile;
import io.fourwave.spec.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Sources with words dropped, doubled, swapped or made up: always diagnostics or a protocol, never an exception. */
class MutatedSourcesTest {
    private static final Path TCP = Path.of("tcp");
    private static final int SEED = 9293;
    private static final int PER_FEATURE = 40;
    private static final int OF_TCP = 60;
    private static final List<String> STRANGE = List.of(
            "{",
            "}",
            "(",
            ")",
            "]",
            "<",
            ">",
            "=",
            "->",
            ":=",
            "\"",
            "///",
            "/*",
            "@",
            "@X",
            "..",
            "when",
            "else",
            "by",
            "not",
            "0",
            "99999999999",
            "5seconds",
            "x2",
            "state",
            "SEG.SEQ",
            "-",
            "\u0000",
            "é",
            "🦆",
            "#",
            "TCB");

    @Test
    void featuresOfTheLanguage_mutated() {
        for (Path source : GoldenFiles.sources("accept")) {
            for (int i = 0; i < PER_FEATURE; i++) {
                long seed = SEED + 1000L * i + source.getFileName().toString().hashCode();
                SourceFile original = GoldenFiles.source(source).files().get(0);
                survives(SourceSet.of(mutated(original, new Random(seed))), seed);
            }
        }
    }

    static boolean tcpIsThere() {
        return Files.isDirectory(TCP);
    }

    @Test
    @EnabledIf(value = "tcpIsThere", disabledReason = "there is no spec/tcp")
    void tcp_oneOfItsFilesMutated() throws IOException {
        SourceSet sources = SourceSet.load(TCP);
        for (int i = 0; i < OF_TCP; i++) {
            long seed = SEED + i;
            Random random = new Random(seed);
            List<SourceFile> files = new ArrayList<>(sources.files());
            int victim = random.nextInt(files.size());
            files.set(victim, mutated(files.get(victim), random));
            survives(new SourceSet(files, ""), seed);
        }
    }

    private static SourceFile mutated(SourceFile file, Random random) {
        List<String> words = words(file.text());
        int edits = 1 + random.nextInt(4);
        for (int i = 0; i < edits && words.size() > 2; i++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(6)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(at));
                case 2 -> Collections.swap(words, at, random.nextInt(words.size()));
                case 3 -> words.set(at, STRANGE.get(random.nextInt(STRANGE.size())));
                case 4 -> words.set(at, words.get(random.nextInt(words.size())));
                default ->
                    words.subList(at, Math.min(words.size(), at + random.nextInt(8)))
                            .clear();
            }
        }
        return file.withText(String.join("", words));
    }

    /** Words and what is between them, so that lines and comments stay. */
    private static List<String> words(String text) {
        WaveLexer lexer = new WaveLexer(CharStreams.fromString(text));
        List<String> words = new ArrayList<>();
        int end = 0;
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            words.add(text.substring(end, text.offsetByCodePoints(0, token.getStartIndex())) + token.getText());
            end = text.offsetByCodePoints(0, token.getStopIndex() + 1);
        }
        return words;
    }

    private static void survives(SourceSet sources, long seed) {
        try {
            Compilation compilation = Compiler.compile(sources);
            assertThat(compilation.protocol().isEmpty())
                    .isEqualTo(compilation.diagnostics().stream().anyMatch(Diagnostic::isError));
            compilation.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.place() != null)
                    .forEach(diagnostic ->
                            assertThat(sources.file(diagnostic.place().file())).isPresent());
            assertThat(compilation.render()).doesNotContain("null");
            compilation.protocol().ifPresent(IrPrinter::print);
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "seed " + seed + "\n" + sources.files().get(0).text(), failure);
        }
    }
}
