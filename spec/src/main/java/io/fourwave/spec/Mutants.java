package io.fourwave.spec;

import io.fourwave.spec.diagnostic.Diagnostics;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.resolve.RuleRanges;
import io.fourwave.spec.source.SourceFile;
import io.fourwave.spec.source.SourceSet;
import io.fourwave.spec.syntax.SyntaxFile;
import io.fourwave.spec.syntax.TextRange;
import io.fourwave.spec.syntax.WaveReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes mutants of a protocol: its sources with the edits done, to be compiled again. */
public final class Mutants {
    private Mutants() {}

    /**
     * The sources with the mutant's edits.
     *
     * @throws IllegalArgumentException when a text is not exactly once in its rule; never for a mutant of a compiled protocol
     *     and the sources it was compiled from
     */
    public static SourceSet apply(SourceSet sources, World.Mutant mutant) {
        List<SyntaxFile> files = new ArrayList<>();
        for (SourceFile file : sources.files()) {
            files.add(WaveReader.read(file, new Diagnostics()));
        }
        RuleRanges ranges = new RuleRanges(files);
        List<Replacement> replacements = new ArrayList<>();
        for (World.Edit edit : mutant.edits()) {
            List<TextRange> found = ranges.find(edit.rule(), edit.from());
            if (found.size() != 1) {
                throw new IllegalArgumentException("mutant " + mutant.name() + ": the text to replace is "
                        + found.size() + " times in " + edit.rule());
            }
            replacements.add(new Replacement(found.get(0), edit.to()));
        }
        return replaced(sources, replacements, mutant.name());
    }

    private record Replacement(TextRange range, String text) {}

    /** From the last to the first, so that the places of those before stay right. */
    private static SourceSet replaced(SourceSet sources, List<Replacement> replacements, String mutant) {
        SourceSet result = sources;
        List<Replacement> backwards = replacements.stream()
                .sorted(Comparator.comparingInt((Replacement edit) -> edit.range.start())
                        .reversed())
                .toList();
        for (Replacement edit : backwards) {
            SourceFile file = result.file(edit.range.file()).orElseThrow();
            String text = file.text().substring(0, edit.range.start())
                    + edit.text
                    + file.text().substring(edit.range.end());
            result = result.mutated(mutant, file.withText(text));
        }
        return result;
    }
}
