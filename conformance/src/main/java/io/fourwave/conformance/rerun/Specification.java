package io.fourwave.conformance.rerun;

import io.fourwave.conformance.equivalence.GeneratedClass;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.source.SourceSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the specification a class was generated from. */
final class Specification {
    /** A resource beside a generated class: the directory of its specification; in a second line the mutant those sources are of. */
    private static final String RESOURCE = "fourwave-specification";

    private static final String PROPERTY = "fourwave.spec";

    private Specification() {}

    /**
     * Compiles it. Looked for where the resource {@code fourwave-specification} of the class's loader says, else the system property
     * {@code fourwave.spec}, else in {@code spec/} of the present directory or one above it.
     *
     * @throws IllegalStateException when it is not found, or has errors
     */
    static Protocol of(Class<?> generated) {
        URL resource = generated.getClassLoader().getResource(RESOURCE);
        try {
            if (resource == null) {
                return Compiler.compile(directory(generated)).orThrow();
            }
            List<String> lines;
            try (InputStream in = resource.openStream()) {
                lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
            String mutant = lines.size() > 1 ? lines.get(1) : "";
            return Compiler.compile(
                            new SourceSet(SourceSet.load(Path.of(lines.get(0))).files(), mutant))
                    .orThrow();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the specification that " + resource + " names", e);
        }
    }

    private static Path directory(Class<?> generated) {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Path.of(named);
        }
        MachineSchema schema = new GeneratedClass(generated).schema();
        Path rules = Path.of(schema.rules().get(0).file());
        Path name = Path.of("spec").resolve(rules.getParent() == null ? rules : rules.getParent());
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(name))) {
                return above.resolve(name);
            }
        }
        throw new IllegalStateException("the specification of " + generated.getName() + " is not found: there is no "
                + name + " here or above; name it with -D" + PROPERTY + "=DIR");
    }
}
