package io.fourwave.spec.museum;

import io.fourwave.spec.Compilation;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of {@code docs/museum.md}: one for each file of mutants, under what the file says of itself. */
final class MuseumPage {
    private MuseumPage() {}

    static String tables(Compilation compilation) {
        Map<String, List<World.Mutant>> files = new LinkedHashMap<>();
        for (World.Mutant mutant : compilation.orThrow().world().mutants()) {
            files.computeIfAbsent(mutant.place().file(), file -> new ArrayList<>())
                    .add(mutant);
        }
        StringBuilder text = new StringBuilder();
        files.forEach((file, mutants) -> {
            text.append("\n### ").append(name(file)).append("\n\n");
            text.append(opening(compilation.sources().file(file).orElseThrow())).append("\n\n");
            text.append("| mutant | what is wrong | killed by | in | |\n|---|---|---|---|---|\n");
            mutants.forEach(mutant -> text.append(row(mutant)));
        });
        return text.append('\n').toString();
    }

    private static String row(World.Mutant mutant) {
        return "| `" + mutant.name() + "` | " + mutant.title() + " | `" + mutant.property() + "` | `"
                + mutant.scenario() + "` | " + doc(mutant) + " |\n";
    }

    /** What the comment in front of it says, in one line. */
    static String doc(World.Mutant mutant) {
        return mutant.doc() == null ? "" : mutant.doc().strip().replaceAll("\\s+", " ");
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The first sentence of the file's first comment. */
    private static String opening(SourceFile file) {
        StringBuilder comment = new StringBuilder();
        file.text()
                .lines()
                .takeWhile(line -> line.startsWith("//"))
                .forEach(line -> comment.append(' ').append(line.substring(2).strip()));
        return comment.toString().strip().replaceFirst("(?s)(?<=\\.) .*", "");
    }
}
