package io.fourwave.cli.bench;

import io.fourwave.cli.CommandFailure;
import io.fourwave.cli.ExitCode;
import io.fourwave.cli.SpecOption;
import io.fourwave.cli.child.ChildJvm;
import io.fourwave.codegen.JavaGenerator;
import io.fourwave.codegen.OutputFolder;
import io.fourwave.spec.Mutants;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.source.SourceFile;
import io.fourwave.spec.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * From an edited specification to class files, in a fresh JVM every time, as someone who edits it meets it. The edit is one that the specification itself
 * has ready: its first mutant, which changes a rule. Sources and what is made of them are temporary copies.
 */
final class CompileBench {
    private final SpecOption spec;
    private final BenchOptions options;
    private final BenchResults results;

    CompileBench(SpecOption spec, BenchOptions options, BenchResults results) {
        this.spec = spec;
        this.options = options;
        this.results = results;
    }

    void run(Path work, Bench.Progress progress) throws IOException, InterruptedException {
        List<World.Mutant> mutants = spec.protocol().world().mutants();
        if (mutants.isEmpty()) {
            results.skip(Measure.COMPILE, "the specification has no mutant, so there is no edit to make");
            return;
        }
        if (ToolProvider.getSystemJavaCompiler() == null) {
            results.skip(Measure.COMPILE, "this Java has no compiler: it is no JDK");
            return;
        }
        measure(mutants.get(0), Files.createDirectory(work.resolve("edit")), progress);
    }

    private void measure(World.Mutant edit, Path directory, Bench.Progress progress)
            throws IOException, InterruptedException {
        SourceSet edited = Mutants.apply(spec.compilation().sources(), edit);
        Path sources = directory.resolve("spec");
        for (SourceFile file : edited.files()) {
            Path copy = sources.resolve(file.name());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.text());
        }
        Map<String, List<Double>> stages = new LinkedHashMap<>();
        for (int round = 1; round <= options.rounds(); round++) {
            progress.say("specification edited (" + edit.name() + "), round " + round + " of " + options.rounds());
            Path made = Files.createDirectories(directory.resolve("made" + round));
            // What was generated before the edit lies there, as in everyday work.
            new OutputFolder(made).update(new JavaGenerator(spec.protocol(), CompileMain.PACKAGE, null).generate());
            long began = System.nanoTime();
            Map<String, Double> seconds = child(sources, edit.name(), made);
            double all = (System.nanoTime() - began) / 1e9;
            double inside =
                    seconds.values().stream().mapToDouble(Double::doubleValue).sum();
            stages.computeIfAbsent("edit to class files, a fresh JVM", name -> new ArrayList<>())
                    .add(all);
            stages.computeIfAbsent("  of it: JVM start and end", name -> new ArrayList<>())
                    .add(all - inside);
            seconds.forEach((stage, value) -> stages.computeIfAbsent("  of it: " + stage, name -> new ArrayList<>())
                    .add(value));
        }
        stages.forEach((name, values) -> results.add(Figure.alone(Measure.COMPILE, name, "s", new Samples(values))));
    }

    private static Map<String, Double> child(Path sources, String edit, Path made)
            throws IOException, InterruptedException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        List<String> output = new ArrayList<>();
        int status =
                ChildJvm.run(List.of(), CompileMain.class, List.of(sources.toString(), edit, made.toString()), line -> {
                    synchronized (output) {
                        output.add(line);
                    }
                });
        synchronized (output) {
            if (status != ExitCode.OK) {
                String why = output.stream()
                        .filter(line -> !line.contains(CompileMain.SEPARATOR))
                        .collect(Collectors.joining("\n"));
                throw new CommandFailure(
                        ExitCode.VERDICT,
                        "the edited specification cannot be compiled: " + (why.isEmpty() ? "status " + status : why),
                        null);
            }
            for (String line : output) {
                String[] parts = line.split(CompileMain.SEPARATOR);
                if (parts.length == 2) {
                    seconds.put(parts[0], Double.valueOf(parts[1]));
                }
            }
        }
        return seconds;
    }
}
