package io.fourwave.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    private Path root;

    private static GeneratedFile file(String name, String text) {
        return new GeneratedFile("p.q", name, JavaGenerator.MARK + "X.\n" + text);
    }

    @Test
    void unchangedFile_isNotTouched() throws IOException {
        OutputFolder folder = new OutputFolder(root);
        assertThat(folder.update(List.of(file("A", "a"), file("B", "b")))).containsExactly("p/q/A.java", "p/q/B.java");
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(root.resolve("p/q/A.java"), longAgo);
        assertThat(folder.update(List.of(file("A", "a"), file("B", "other")))).containsExactly("p/q/B.java");
        assertThat(Files.getLastModifiedTime(root.resolve("p/q/A.java"))).isEqualTo(longAgo);
    }

    @Test
    void fileGeneratedNoMore_isDeleted_handWrittenOneStays() throws IOException {
        OutputFolder folder = new OutputFolder(root);
        folder.update(List.of(file("A", "a"), file("B", "b")));
        Files.writeString(root.resolve("p/q/Mine.java"), "package p.q; class Mine {}");
        assertThat(folder.outdated(List.of(file("A", "a")))).containsExactly("p/q/B.java");
        assertThat(folder.update(List.of(file("A", "a")))).containsExactly("p/q/B.java");
        assertThat(root.resolve("p/q/B.java")).doesNotExist();
        assertThat(root.resolve("p/q/Mine.java")).exists();
    }

    @Test
    void handWrittenFileInTheWay_isNotOverwritten_andNothingIsWritten() throws IOException {
        Files.createDirectories(root.resolve("p/q"));
        Files.writeString(root.resolve("p/q/B.java"), "package p.q; class B {}");
        OutputFolder folder = new OutputFolder(root);
        assertThatThrownBy(() -> folder.update(List.of(file("A", "a"), file("B", "b"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("B.java is in the way");
        assertThat(root.resolve("p/q/A.java")).doesNotExist();
    }
}
