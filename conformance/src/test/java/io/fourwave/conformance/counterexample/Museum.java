package io.fourwave.conformance.counterexample;

import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.Findings;
import io.fourwave.modelcheck.ModelCheck;
import io.fourwave.modelcheck.ProgressListener;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.Selection;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counterexamples of TCP as TLC finds them, each looked for once in a JVM. */
final class Museum {
    static final Compilation TCP = Compiler.compile(Path.of("..", "spec", "tcp"));
    private static final Map<String, Finding> KILLED = new ConcurrentHashMap<>();

    private Museum() {}

    /** How a mutant is killed. */
    static Finding killed(String mutant) {
        return KILLED.computeIfAbsent(mutant, Museum::check);
    }

    private static Finding check(String mutant) {
        TlcOptions options = new TlcOptions(1, 512, null, null, List.of("-XX:TieredStopAtLevel=1"));
        try {
            Report report =
                    ModelCheck.run(TCP, Selection.of().onlyMutants(mutant).withTlc(options), ProgressListener.NONE);
            return new Findings(TCP)
                    .of(report.mutants().get(0))
                    .orElseThrow(() -> new AssertionError(
                            mutant + " survives: " + report.mutants().get(0).message()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
