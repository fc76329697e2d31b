package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.Place;
import java.util.List;

/** Frames and comments of modules. */
final class Modules {
    private static final int WIDTH = 78;

    private Modules() {}

    static String head(String module, String title) {
        String bar = "-".repeat(Math.max(4, (WIDTH - 8 - module.length()) / 2));
        return bar + " MODULE " + module + " " + bar + "\n" + Layout.comment(title.strip()) + "\n"
                + "\\* Exported from the protocol's sources; change those, not this.\n";
    }

    static String foot() {
        return "=".repeat(WIDTH) + "\n";
    }

    static String section(String title) {
        return "(* ---- " + title + " " + "-".repeat(Math.max(4, WIDTH - 13 - title.length())) + " *)\n\n";
    }

    /** Where an operator comes from, for who reads the module beside the spec. */
    static String origin(String rule, String doc, Place place) {
        String text =
                Layout.comment(rule + (place == null ? "" : "   (" + place.file() + ":" + place.line() + ")")) + "\n";
        return doc == null || doc.isBlank() ? text : text + Layout.comment(doc.strip()) + "\n";
    }

    static String params(List<String> params) {
        return params.isEmpty() ? "" : "(" + String.join(", ", params) + ")";
    }
}
