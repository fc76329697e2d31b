package io.fourwave.conformance.rerun;

import io.fourwave.codegen.GeneratedFile;
import io.fourwave.codegen.JavaGenerator;
import io.fourwave.conformance.equivalence.InMemoryCompiler;
import io.fourwave.conformance.equivalence.SourceText;
import io.fourwave.runtime.tcp.Connection;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.source.SourceFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The connection's classes as they are generated from a specification, instead of those the runtime was built with. */
public final class GeneratedStack {
    private GeneratedStack() {}

    /**
     * @param edit of the connection's class, as somebody would edit it by hand
     * @param more to compile with it
     * @param scratch where the sources of the specification may be put
     */
    public static ClassLoader classes(
            Compilation specification, UnaryOperator<String> edit, List<SourceText> more, Path scratch)
            throws IOException {
        return classes(specification, specification, edit, more, scratch);
    }

    /** @param beside the specification that is found beside the classes: another one, by mistake */
    static ClassLoader classes(
            Compilation specification,
            Compilation beside,
            UnaryOperator<String> edit,
            List<SourceText> more,
            Path scratch)
            throws IOException {
        String packageName = Connection.class.getPackageName();
        List<SourceText> sources = new ArrayList<>(more);
        for (GeneratedFile file : new JavaGenerator(specification.orThrow(), packageName, null).generate()) {
            boolean isMachine = file.className().equals(Connection.class.getSimpleName());
            sources.add(new SourceText(file.qualifiedName(), isMachine ? edit.apply(file.text()) : file.text()));
        }
        StringWriter problems = new StringWriter();
        ClassLoader classes =
                InMemoryCompiler.compile(sources, problems, Map.of("fourwave-specification", written(beside, scratch)));
        if (!problems.toString().isEmpty()) {
            throw new AssertionError(problems);
        }
        return classes;
    }

    /** The sources in a directory, and a file that names it. */
    private static Path written(Compilation specification, Path scratch) throws IOException {
        Path root = Files.createTempDirectory(scratch, "spec");
        for (SourceFile file : specification.sources().files()) {
            Path target = root.resolve(file.name());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.text());
        }
        Path directory =
                root.resolve(specification.sources().files().get(0).name()).getParent();
        return Files.writeString(
                root.resolve("where"),
                directory + "\n" + specification.sources().mutant());
    }
}
