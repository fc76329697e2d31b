package io.fourwave.codegen;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles generated sources in a folder together with the runtime's classes they use, from the runtime's sources: the runtime is
 * built after this module, so it is not on the class path.
 */
final class Javac {
    private static final Path RUNTIME = Path.of("../runtime/src/main/java");

    private Javac() {}

    /** Every warning is an error; returns what javac says, empty when all is well. Classes are put into {@code classes}. */
    static String compile(Path sources, Path classes) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(sources)) {
            tree.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
        }
        for (String name : List.of("machine", "wire/OctetSource.java")) {
            try (Stream<Path> tree =
                    Files.walk(RUNTIME.resolve("io/fourwave/runtime").resolve(name))) {
                tree.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
            }
        }
        Files.createDirectories(classes);
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-Xlint:all,-processing,-serial",
                    "-Werror",
                    "-proc:none",
                    "-implicit:none",
                    "-classpath",
                    "",
                    "-d",
                    classes.toString());
            javac.getTask(problems, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return problems.toString();
    }
}
