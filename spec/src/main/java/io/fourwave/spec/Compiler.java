package io.fourwave.spec;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.Diagnostics;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.resolve.Resolver;
import io.fourwave.spec.source.SourceFile;
import io.fourwave.spec.source.SourceSet;
import io.fourwave.spec.syntax.SyntaxFile;
import io.fourwave.spec.syntax.WaveReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From sources to IR. Never throws on account of what the sources say: all of that is diagnostics. */
public final class Compiler {
    private Compiler() {}

    /** A directory of {@code .wave} files, which are one protocol, or one such file. */
    public static Compilation compile(Path path) {
        try {
            return compile(SourceSet.load(path));
        } catch (NoSuchFileException missing) {
            return unreadable("there is no file or directory `" + path + "`", "");
        } catch (NotDirectoryException other) {
            return unreadable(
                    "`" + path + "` is no `.wave` file", "name a directory with `.wave` files, or one such file");
        } catch (IOException failed) {
            return unreadable("cannot read `" + path + "`: " + failed.getMessage(), "");
        }
    }

    /** Several directories or files, together one protocol. */
    public static Compilation compile(List<Path> paths) {
        if (paths.size() == 1) {
            return compile(paths.get(0));
        }
        List<SourceFile> files = new ArrayList<>();
        for (Path path : paths) {
            try {
                files.addAll(SourceSet.load(path).files());
            } catch (IOException failed) {
                return compile(path);
            }
        }
        return compile(new SourceSet(files, ""));
    }

    public static Compilation compile(SourceSet sources) {
        if (sources.files().isEmpty()) {
            return unreadable("there is no `.wave` file here", "name a directory with `.wave` files, or one such file");
        }
        Diagnostics diagnostics = new Diagnostics();
        boolean broken = false;
        List<SyntaxFile> files = new ArrayList<>();
        Optional<Protocol> protocol = Optional.empty();
        try {
            for (SourceFile source : sources.files()) {
                SyntaxFile file = WaveReader.read(source, diagnostics);
                broken |= file.broken();
                files.add(file);
            }
            protocol = Resolver.resolve(files, !sources.mutant().isEmpty(), diagnostics);
        } catch (StackOverflowError tooDeep) {
            // Brackets are counted before, but `not not not …` needs none.
            diagnostics.add(DiagnosticCode.TOO_DEEP, null, "an expression is nested too deeply to be read");
        }
        return new Compilation(
                diagnostics.hasErrors() ? Optional.empty() : protocol, told(diagnostics, broken), sources);
    }

    /**
     * While parts could not be read, what may follow from that alone is not told; nor is, while there are errors, that a name is not
     * used: it may be the one that was meant.
     */
    private static List<Diagnostic> told(Diagnostics diagnostics, boolean broken) {
        boolean errors = diagnostics.hasErrors();
        return diagnostics.sorted().stream()
                .filter(diagnostic ->
                        !diagnostic.code().followsFromOthers() || !(broken || (errors && !diagnostic.isError())))
                .toList();
    }

    private static Compilation unreadable(String message, String help) {
        Diagnostic diagnostic =
                Diagnostic.of(DiagnosticCode.NO_SOURCE, null, message).help(help);
        return new Compilation(Optional.empty(), List.of(diagnostic), SourceSet.of());
    }
}
