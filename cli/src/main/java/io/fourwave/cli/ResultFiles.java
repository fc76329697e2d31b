package io.fourwave.cli;

import io.fourwave.modelcheck.Report;
import io.fourwave.modelcheck.report.ReportHtml;
import io.fourwave.modelcheck.report.ReportJson;
import io.fourwave.modelcheck.report.ReportJunit;
import io.fourwave.spec.ir.Protocol;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Results for other programs; a mixin. */
public final class ResultFiles {
    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON, too.")
    private Path json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML, too.")
    private Path junit;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the results as a page, too, with the state diagram and every counterexample.")
    private Path html;

    void requireWritable() {
        Output.requireWritable("--json", json);
        Output.requireWritable("--junit", junit);
        Output.requireWritable("--html", html);
    }

    /** Each file is there whole, or as it was before. */
    void write(Protocol protocol, Report report) {
        if (json != null) {
            Output.write(json, ReportJson.render(report));
        }
        if (junit != null) {
            Output.write(junit, ReportJunit.render(report));
        }
        if (html != null) {
            Output.write(html, ReportHtml.render(protocol, report));
        }
    }
}
