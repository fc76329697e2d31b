package io.fourwave.spec.diagnostic;

import io.fourwave.spec.ir.Place;
import io.fourwave.spec.source.SourceFile;
import io.fourwave.spec.source.SourceSet;
import java.util.List;
import java.util.Optional;

/** Diagnostics as text for a terminal: code, place, excerpt with carets, notes, help. */
public final class DiagnosticRenderer {
    /** Lines longer than this are shown in part. */
    private static final int WIDEST = 160;

    private final SourceSet sources;
    private final Palette palette;

    private DiagnosticRenderer(SourceSet sources, Palette palette) {
        this.sources = sources;
        this.palette = palette;
    }

    public static DiagnosticRenderer plain(SourceSet sources) {
        return new DiagnosticRenderer(sources, Palette.PLAIN);
    }

    public static DiagnosticRenderer coloured(SourceSet sources) {
        return new DiagnosticRenderer(sources, Palette.ANSI);
    }

    /** All of them, a blank line between, and a line that counts them. Empty when there are none. */
    public String render(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            out.append(render(diagnostic)).append('\n');
        }
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        long warnings = diagnostics.size() - errors;
        out.append(count(errors, "error"));
        if (errors > 0 && warnings > 0) {
            out.append(", ");
        }
        return out.append(count(warnings, "warning")).append('\n').toString();
    }

    /** One, ending with a line feed. */
    public String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        String head = diagnostic.severity().word() + "[" + diagnostic.code().code() + "]";
        out.append(palette.severity(diagnostic.severity(), head))
                .append(palette.bold(": " + diagnostic.message()))
                .append('\n');
        Place place = diagnostic.place();
        int gutter = place == null ? 0 : Integer.toString(place.line()).length();
        String margin = " ".repeat(gutter + 1);
        if (place != null) {
            excerpt(out, diagnostic, place, margin);
        }
        for (String note : diagnostic.notes()) {
            attach(out, margin, "note", note);
        }
        if (!diagnostic.help().isEmpty()) {
            attach(out, margin, "help", diagnostic.help());
        }
        return out.toString();
    }

    private void excerpt(StringBuilder out, Diagnostic diagnostic, Place place, String margin) {
        Optional<SourceFile> source = sources.file(place.file());
        String shown = source.map(SourceFile::path).orElse(place.file());
        out.append(margin.substring(1))
                .append(palette.margin("--> "))
                .append(shown)
                .append(':')
                .append(place.line())
                .append(':')
                .append(place.column())
                .append('\n');
        String line = source.map(file -> file.line(place.line())).orElse("");
        if (line.isBlank()) {
            return;
        }
        int cut = cut(line, place.column());
        String seen = cut > 0 || line.length() > WIDEST ? shortened(line, cut) : line;
        Place shifted =
                new Place(place.file(), place.line(), place.column() - cut, place.endLine(), place.endColumn() - cut);
        marked(out, diagnostic, shifted, seen, margin);
    }

    private void marked(StringBuilder out, Diagnostic diagnostic, Place place, String line, String margin) {
        out.append(margin).append(palette.margin("|")).append('\n');
        out.append(palette.margin(place.line() + " |")).append(' ').append(line).append('\n');
        out.append(margin)
                .append(palette.margin("|"))
                .append(' ')
                .append(indent(line, place.column()))
                .append(palette.severity(diagnostic.severity(), carets(line, place)));
        if (!diagnostic.label().isEmpty()) {
            out.append(' ').append(palette.severity(diagnostic.severity(), diagnostic.label()));
        }
        out.append('\n');
    }

    /** How many characters of a very long line to leave out in front, so that the place is seen. */
    private static int cut(String line, int column) {
        return line.length() > WIDEST && column > WIDEST / 2 ? column - WIDEST / 2 : 0;
    }

    private static String shortened(String line, int cut) {
        int[] points = line.codePoints().skip(cut).limit(WIDEST).toArray();
        return new String(points, 0, points.length);
    }

    private void attach(StringBuilder out, String margin, String word, String text) {
        String[] lines = text.split("\n", -1);
        out.append(margin)
                .append(palette.margin("="))
                .append(' ')
                .append(palette.bold(word + ":"))
                .append(' ')
                .append(lines[0])
                .append('\n');
        for (int i = 1; i < lines.length; i++) {
            out.append(margin).append("        ").append(lines[i]).append('\n');
        }
    }

    /** Tabs stay tabs, so that the caret stands below its character however wide a tab is. */
    private static String indent(String line, int column) {
        StringBuilder indent = new StringBuilder();
        line.codePoints().limit(Math.max(0, column - 1)).forEach(c -> indent.append(c == '\t' ? '\t' : ' '));
        return indent.toString();
    }

    /** What goes on in the next line is marked up to the end of the first. */
    private static String carets(String line, Place place) {
        int end = place.endLine() == place.line()
                ? place.endColumn()
                : line.stripTrailing().codePointCount(0, line.stripTrailing().length()) + 1;
        int visible = line.codePointCount(0, line.length()) + 1 - place.column();
        return "^".repeat(Math.max(1, Math.min(end - place.column(), visible)));
    }

    private static String count(long number, String what) {
        return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
    }
}
