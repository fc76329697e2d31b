package io.fourwave.spec;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticRenderer;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.source.SourceSet;
import java.util.List;
import java.util.Optional;

/**
 * What came of compiling sources.
 *
 * @param protocol there exactly when there is no error
 * @param diagnostics errors and warnings, by place
 */
public record Compilation(Optional<Protocol> protocol, List<Diagnostic> diagnostics, SourceSet sources) {

    public boolean hasErrors() {
        return protocol.isEmpty();
    }

    /** All diagnostics as plain text; empty when there are none. */
    public String render() {
        return DiagnosticRenderer.plain(sources).render(diagnostics);
    }

    /** All diagnostics with ANSI colours. */
    public String renderColoured() {
        return DiagnosticRenderer.coloured(sources).render(diagnostics);
    }

    /**
     * The protocol.
     *
     * @throws IllegalStateException with the rendered diagnostics when there are errors
     */
    public Protocol orThrow() {
        return protocol.orElseThrow(() -> new IllegalStateException(render()));
    }
}
