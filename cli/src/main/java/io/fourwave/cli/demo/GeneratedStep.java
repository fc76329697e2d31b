package io.fourwave.cli.demo;

import io.fourwave.cli.ExitCode;
import io.fourwave.codegen.Fingerprint;
import io.fourwave.codegen.GeneratedFile;
import io.fourwave.codegen.JavaGenerator;
import io.fourwave.codegen.OutputFolder;
import io.fourwave.runtime.tcp.ConnectionSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The connection that is about to run was generated from this very specification. */
final class GeneratedStep implements DemoStep {
    private static final String PACKAGE = "io.fourwave.runtime.tcp";

    @Override
    public String title() {
        return "verify that the generated connection is up to date";
    }

    @Override
    public int limitSeconds() {
        return 60;
    }

    @Override
    public String run(DemoContext context) throws IOException {
        String fingerprint = Fingerprint.of(context.protocol());
        String compiled = ConnectionSchema.SCHEMA.fingerprint();
        if (!fingerprint.equals(compiled)) {
            throw new DemoFailure(
                    ExitCode.VERDICT,
                    "the compiled connection was generated from another specification (" + compiled.substring(0, 12)
                            + ", now " + fingerprint.substring(0, 12)
                            + "); run `mvn package` or ./fourwave, which builds when needed",
                    List.of());
        }
        List<GeneratedFile> files = new JavaGenerator(context.protocol(), PACKAGE, null).generate();
        int lines = files.stream()
                .mapToInt(file -> (int) file.text().lines().count())
                .sum();
        if (Files.isDirectory(context.options().generated())) {
            List<String> outdated = new OutputFolder(context.options().generated()).outdated(files);
            if (!outdated.isEmpty()) {
                throw new DemoFailure(
                        ExitCode.VERDICT,
                        "generated sources are out of date: " + String.join(", ", outdated),
                        List.of());
            }
        }
        context.figure(
                "generated",
                String.format(
                        "%,d lines of Java in %d classes, fingerprint %s",
                        lines, files.size(), fingerprint.substring(0, 12)));
        return "up to date, fingerprint " + fingerprint.substring(0, 12);
    }
}
