package io.fourwave.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.source.SourceFile;
import io.fourwave.spec.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerTest {
    private static final String OUTER = "protocol Mini \"two files\"\nsegment { SEQ : seq }\n";
    private static final String MACHINE = "machine Mini {\n  states IDLE initial\n  ignore SEGMENT-ARRIVES in all\n}\n";

    @TempDir
    Path folder;

    @Test
    void missingFile_isToldByName() {
        Compilation compilation = Compiler.compile(folder.resolve("absent.wave"));
        assertThat(compilation.render())
                .isEqualTo("error[W0107]: there is no file or directory `" + folder.resolve("absent.wave")
                        + "`\n\n1 error\n");
    }

    @Test
    void emptyDirectory_isTold() {
        Compilation compilation = Compiler.compile(folder);
        assertThat(compilation.diagnostics())
                .singleElement()
                .satisfies(only -> assertThat(only.code()).isEqualTo(DiagnosticCode.NO_SOURCE));
    }

    @Test
    void fileOfAnotherKind_isTold() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.txt"), OUTER);
        assertThat(Compiler.compile(other).render())
                .contains("is no `.wave` file")
                .contains("= help:");
    }

    @Test
    void filesOfADirectory_areOneProtocolAndPlacesBeginWithItsName() throws IOException {
        Path protocol = Files.createDirectories(folder.resolve("mini").resolve("deep"));
        Files.writeString(protocol.resolve("machine.wave"), MACHINE);
        Files.writeString(folder.resolve("mini").resolve("outer.wave"), OUTER);
        Compilation compilation = Compiler.compile(folder.resolve("mini"));
        assertThat(compilation.orThrow().title()).isEqualTo("two files");
        assertThat(compilation.orThrow().machine().place().file()).isEqualTo("mini/deep/machine.wave");
    }

    @Test
    void messages_showThePathTheUserGave() throws IOException {
        Path protocol = Files.createDirectories(folder.resolve("mini"));
        Path file = Files.writeString(
                protocol.resolve("machine.wave"),
                OUTER + MACHINE.replace("IDLE i", "I i").replace("in all", "in IDLE"));
        assertThat(Compiler.compile(protocol).render()).contains("--> " + file + ":5:29\n");
    }

    @Test
    void severalFiles_areOneProtocol() throws IOException {
        Path outer = Files.writeString(folder.resolve("outer.wave"), OUTER);
        Path machine = Files.writeString(folder.resolve("machine.wave"), MACHINE);
        assertThat(Compiler.compile(List.of(outer, machine)).hasErrors()).isFalse();
    }

    @Test
    void machineInParts_isJoined() {
        SourceSet sources = SourceSet.of(
                SourceFile.inMemory("b.wave", MACHINE),
                SourceFile.inMemory("a.wave", OUTER + "call GO\nmachine Mini { ignore GO in IDLE }"));
        assertThat(Compiler.compile(sources).orThrow().machine().handlers()).hasSize(2);
    }

    @Test
    void byteOrderMarkTabsAndWindowsLines_areBlanks() {
        String text = "\uFEFF" + (OUTER + MACHINE).replace("\n", "\r\n").replace("  ", "\t");
        assertThat(Compiler.compile(SourceSet.ofText("mini.wave", text)).render())
                .isEmpty();
    }

    @Test
    void chainTooLongForTheStack_isADiagnosticOrReadButNoException() {
        String text =
                OUTER + "machine Mini {\n states IDLE initial\n ignore SEGMENT-ARRIVES in all\n define D : bool = "
                        + "true implies ".repeat(50_000) + "true\n}\n";
        Compilation compilation = Compiler.compile(SourceSet.ofText("mini.wave", text));
        assertThat(compilation.diagnostics()).isNotEmpty();
    }

    @Test
    void whatIsBroken_doesNotMakeTheRestLookWrong() {
        String text = OUTER + "call GO\nparameter LIMIT int = 3\n"
                + MACHINE.replace("  ignore", "  tcb { N : 0..LIMIT = LIMIT; M : bool = 3 }\n  ignore");
        Compilation compilation = Compiler.compile(SourceSet.ofText("mini.wave", text));
        // Neither the parameter nor the handler of GO is told missing, but the wrong type of M is told.
        assertThat(compilation.diagnostics().stream().map(diagnostic -> diagnostic.code()))
                .containsExactly(DiagnosticCode.SYNTAX, DiagnosticCode.TYPE_MISMATCH);
    }
}
