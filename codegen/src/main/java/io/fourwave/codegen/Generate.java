package io.fourwave.codegen;

import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Generates the Java of a protocol into a source folder: the command line. */
public final class Generate {
    /** The files are as they should be. */
    public static final int OK = 0;
    /** The specification has errors, or the files cannot be written; nothing was written. */
    public static final int FAILED = 1;
    /** The command line makes no sense. */
    public static final int USAGE = 2;
    /** {@code --check}: the files are not what would be generated. */
    public static final int OUTDATED = 3;

    private Generate() {}

    public static void main(String[] args) {
        System.exit(run(System.out, System.err, args));
    }

    /** @return the exit code */
    public static int run(PrintStream out, PrintStream err, String... args) {
        GenerateOptions options;
        try {
            options = GenerateOptions.parse(args);
        } catch (IllegalArgumentException e) {
            err.println("error: " + e.getMessage());
            err.println(GenerateOptions.USAGE);
            return USAGE;
        }
        try {
            return run(options, out, err);
        } catch (IOException | IllegalArgumentException e) {
            err.println("error: " + e.getMessage());
            return FAILED;
        }
    }

    private static int run(GenerateOptions options, PrintStream out, PrintStream err) throws IOException {
        Compilation compilation = Compiler.compile(options.spec());
        err.print(compilation.render());
        if (compilation.protocol().isEmpty()) {
            return FAILED;
        }
        Protocol protocol = compilation.protocol().get();
        List<GeneratedFile> files = new JavaGenerator(protocol, options.packageName(), options.profile()).generate();
        OutputFolder folder = new OutputFolder(options.out());
        if (options.check()) {
            List<String> outdated = folder.outdated(files);
            outdated.forEach(path -> err.println("not up to date: " + path));
            return outdated.isEmpty() ? OK : OUTDATED;
        }
        List<String> changed = folder.update(files);
        if (!changed.isEmpty()) {
            out.println(
                    "generated " + protocol.name() + ": " + changed.size() + " of " + files.size() + " files changed");
        }
        return OK;
    }
}
