package io.fourwave.cli.demo;

import io.fourwave.cli.ProgressLine;
import io.fourwave.cli.SpecOption;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.ir.Protocol;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the steps share: options, the compiled specification, and the figures they leave. */
final class DemoContext {
    private final SpecOption spec;
    private final DemoOptions options;
    private final Map<String, String> figures = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final ProgressLine progress;
    private boolean kernel;

    DemoContext(SpecOption spec, DemoOptions options, ProgressLine progress) {
        this.spec = spec;
        this.options = options;
        this.progress = progress;
        kernel = !options.inMemory();
    }

    DemoOptions options() {
        return options;
    }

    Path file(String name) {
        return options.out().resolve(name);
    }

    Compilation compilation() {
        return spec.compilation();
    }

    Protocol protocol() {
        return spec.protocol();
    }

    List<String> lines(String source) {
        return spec.lines(source);
    }

    Path specification() {
        return spec.path();
    }

    /** Is shown while the step runs. */
    void progress(String text) {
        progress.say(text);
    }

    /** A figure for the summary and the report; in the order of first mention. */
    void figure(String name, String value) {
        figures.put(name, value);
    }

    Map<String, String> figures() {
        return figures;
    }

    /** Something the reader must know to read the figures. */
    void note(String name, String text) {
        notes.put(name, text);
    }

    Map<String, String> notes() {
        return notes;
    }

    /** Whether the kernel is the peer, as far as is known. */
    boolean kernel() {
        return kernel;
    }

    /** The kernel cannot be had. */
    void noKernel(String why) {
        kernel = false;
        note("peer", "in-memory peers instead of the Linux kernel: " + why);
    }
}
