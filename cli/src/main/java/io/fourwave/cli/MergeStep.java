package io.fourwave.cli;

import io.fourwave.modelcheck.Merge;
import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.report.ReportReader;
import io.fourwave.spec.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code fourwave check --merge}: from the files of the parts to the one report. */
final class MergeStep {
    private MergeStep() {}

    static Report merge(Compilation compilation, List<Path> files) {
        List<Report> parts = new ArrayList<>();
        for (Path file : files) {
            try {
                parts.add(ReportReader.part(Files.readString(file)));
            } catch (IOException e) {
                throw new CommandFailure(
                        ExitCode.INPUT, "--merge: cannot read " + file + ": " + Output.reason(e), null);
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(
                        ExitCode.INPUT,
                        "--merge: " + file + " " + e.getMessage(),
                        "parts are made with --shard I/N --json FILE, by this release of Fourwave");
            }
        }
        try {
            return Merge.of(compilation, parts);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.INPUT,
                    "--merge: " + e.getMessage().replace("\n", "\nerror: --merge: "),
                    "the parts of one check, all of them and each once, with the specification as it was then");
        }
    }
}
