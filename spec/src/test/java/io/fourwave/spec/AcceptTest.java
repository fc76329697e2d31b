package io.fourwave.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.print.IrPrinter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each feature of the language, as the resources {@code accept} have it, means what the text beside it says. */
class AcceptTest {
    static Stream<Path> sources() {
        return GoldenFiles.sources("accept").stream();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void feature_isResolvedToTheExpectedIr(Path source) {
        Compilation compilation = Compiler.compile(GoldenFiles.source(source));
        assertThat(compilation.render()).as("diagnostics").isEmpty();
        GoldenFiles.compare(IrPrinter.print(compilation.orThrow()), GoldenFiles.beside(source, ".ir"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void feature_isResolvedTheSameEveryTime(Path source) {
        String once =
                IrPrinter.print(Compiler.compile(GoldenFiles.source(source)).orThrow());
        String again =
                IrPrinter.print(Compiler.compile(GoldenFiles.source(source)).orThrow());
        assertThat(again).isEqualTo(once);
    }
}
