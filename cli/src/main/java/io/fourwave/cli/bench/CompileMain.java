package io.fourwave.cli.bench;

import io.fourwave.cli.ExitCode;
import io.fourwave.cli.child.ChildJvm;
import io.fourwave.codegen.GeneratedFile;
import io.fourwave.codegen.JavaGenerator;
import io.fourwave.codegen.OutputFolder;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** The child JVM: specification to class files, each stage with its time. */
public final class CompileMain {
    static final String PACKAGE = "io.fourwave.runtime.tcp";
    /** Between a stage's name and its seconds. */
    static final String SEPARATOR = " took ";

    private CompileMain() {}

    /** @param args directory of the sources, the mutant they are, directory of what is generated and compiled */
    public static void main(String[] args) {
        ChildJvm.endWithParent();
        int status;
        try {
            status = run(Path.of(args[0]), args[1], Path.of(args[2]));
        } catch (IOException | RuntimeException e) {
            System.out.println(e);
            status = ExitCode.VERDICT;
        }
        System.out.flush();
        System.exit(status);
    }

    private static int run(Path sources, String mutant, Path made) throws IOException {
        long began = System.nanoTime();
        // Told that it is a mutant, or the text the mutant is to replace would be missed.
        Compilation compilation =
                Compiler.compile(new SourceSet(SourceSet.load(sources).files(), mutant));
        if (compilation.hasErrors()) {
            System.out.println(compilation.render());
            return ExitCode.INPUT;
        }
        Protocol protocol = compilation.protocol().orElseThrow();
        long parsed = stage("read and resolve", began);
        List<GeneratedFile> files = new JavaGenerator(protocol, PACKAGE, null).generate();
        new OutputFolder(made).update(files);
        long generated = stage("generate Java and write it", parsed);
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                // As Maven says it too: generated Java is UTF-8 whatever the locale.
                "-encoding",
                "UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                Files.createDirectories(made.resolve("classes")).toString()));
        files.forEach(file -> arguments.add(made.resolve(file.path()).toString()));
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, System.out, arguments.toArray(String[]::new));
        stage("javac of the generated package", generated);
        return status == 0 ? ExitCode.OK : ExitCode.VERDICT;
    }

    private static long stage(String name, long began) {
        long now = System.nanoTime();
        System.out.println(name + SEPARATOR + (now - began) / 1e9);
        return now;
    }
}
