package io.fourwave.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.spec.ir.World;
import io.fourwave.spec.print.IrPrinter;
import io.fourwave.spec.source.SourceSet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsTest {
    private static final Path WORLD = Path.of("src", "test", "resources", "accept", "world.wave");
    private final SourceSet sources = GoldenFiles.source(WORLD);
    private final Compilation original = Compiler.compile(sources);

    private World.Mutant mutant() {
        return original.orThrow().world().mutants().get(0);
    }

    @Test
    void edits_areDoneWhateverTheBlanks() {
        SourceSet mutated = Mutants.apply(sources, mutant());
        assertThat(mutated.mutant()).isEqualTo("never-opens");
        String text = mutated.files().get(0).text();
        assertThat(text).contains("    SND.NXT := number + 1\n").contains("outgoing.length > 0 and true\n");
    }

    @Test
    void mutant_compilesThoughItsTextIsGone() {
        Compilation compilation = Compiler.compile(Mutants.apply(sources, mutant()));
        assertThat(compilation.render()).isEmpty();
        assertThat(IrPrinter.print(compilation.orThrow())).isNotEqualTo(IrPrinter.print(original.orThrow()));
    }

    @Test
    void textThatIsNotThere_isRefused() {
        World.Mutant other = new World.Mutant(
                "x",
                "",
                List.of(new World.Edit("IDLE.OPEN", "number := 3", "", mutant().place())),
                "opens",
                "small",
                List.of(),
                "",
                mutant().place());
        assertThatThrownBy(() -> Mutants.apply(sources, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 times in IDLE.OPEN");
    }

    @Test
    void edit_staysWithinItsRule() {
        World.Mutant other = new World.Mutant(
                "x",
                "",
                List.of(new World.Edit("BUSY.OPEN", "return ok", "", mutant().place())),
                "opens",
                "small",
                List.of(),
                "",
                mutant().place());
        assertThatThrownBy(() -> Mutants.apply(sources, other)).hasMessageContaining("0 times");
    }
}
