package io.fourwave.conformance.counterexample;

import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.Findings;
import io.fourwave.modelcheck.ModelCheck;
import io.fourwave.modelcheck.MutantResult;
import io.fourwave.modelcheck.ProgressListener;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.Selection;
import io.fourwave.modelcheck.tlc.TlcOptions;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.Mutants;
import io.fourwave.spec.ir.World;
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
    private static final Map<List<String>, Finding> REFUTED = new ConcurrentHashMap<>();

    private Museum() {}

    /** How a mutant is killed. */
    static Finding killed(String mutant) {
        return KILLED.computeIfAbsent(mutant, Museum::check);
    }

    /** A FIN that arrives, is repeated by the channel, and arrives once more when its connection is over and the next one begun. */
    static Finding duplicated() {
        return refuted("reopened-too-soon", "no-stale-FIN");
    }

    /** Two acknowledgments that provoke each other for ever. */
    static Finding endless() {
        return refuted("storm", "silence-returns");
    }

    /** How a mutant is killed in another scenario than the one that it is for. */
    static Finding killedIn(String mutant, String scenario) {
        World.Mutant named = TCP.orThrow().world().mutants().stream()
                .filter(one -> one.name().equals(mutant))
                .findFirst()
                .orElseThrow();
        Compilation changed = Compiler.compile(Mutants.apply(TCP.sources(), named));
        Selection selection = Selection.of(scenario).withProperties(named.property());
        return new Findings(changed)
                .of(report(changed, selection).scenarios().get(0))
                .get(0);
    }

    /** How a scenario refutes a property. */
    static Finding refuted(String scenario, String property) {
        return REFUTED.computeIfAbsent(List.of(scenario, property), name -> refute(scenario, property));
    }

    private static Finding refute(String scenario, String property) {
        Selection selection = Selection.of(scenario).withProperties(property);
        return new Findings(TCP).of(report(TCP, selection).scenarios().get(0)).get(0);
    }

    private static Finding check(String mutant) {
        MutantResult result =
                report(TCP, Selection.of().onlyMutants(mutant)).mutants().get(0);
        return new Findings(TCP)
                .of(result)
                .orElseThrow(() -> new AssertionError(mutant + " survives: " + result.message()));
    }

    private static Report report(Compilation compilation, Selection selection) {
        TlcOptions options = new TlcOptions(1, 512, null, null, List.of("-XX:TieredStopAtLevel=1"));
        try {
            return ModelCheck.run(compilation, selection.withTlc(options), ProgressListener.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
