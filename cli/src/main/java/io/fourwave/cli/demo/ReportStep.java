package io.fourwave.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One page that stands alone: figures, state diagram, ladder. */
final class ReportStep implements DemoStep {
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 1100px; margin: 2em auto; padding: 0 1em; color: #1b1f24; background: #fff }
            table { border-collapse: collapse } td { padding: .25em 1em .25em 0; vertical-align: top; border-bottom: 1px solid #e4e7eb }
            td:first-child { white-space: nowrap; color: #57606a } figure { margin: 2em 0; overflow-x: auto } iframe { width: 100%; border: 0 }
            code { background: #f3f4f6; padding: 0 .25em } pre { overflow-x: auto; background: #f3f4f6; padding: 1em; font-size: 13px }
            """;

    private static final Pattern VIEW_BOX = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"");

    @Override
    public String title() {
        return "write the report";
    }

    @Override
    public int limitSeconds() {
        return 20;
    }

    @Override
    public String run(DemoContext context) throws IOException {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
                + "<title>Fourwave demo</title>\n<style>\n" + STYLE
                + "</style></head>\n<body>\n<h1>Fourwave demo</h1>\n");
        page.append("<p>")
                .append(escape(context.options().application()))
                .append(", ")
                .append(Instant.now().truncatedTo(ChronoUnit.SECONDS))
                .append(", ")
                .append(escape(System.getProperty("os.name") + " " + System.getProperty("os.version")))
                .append(", Java ")
                .append(Runtime.version())
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores. Everything below held.</p>\n<table>\n");
        for (Map.Entry<String, String> figure : context.figures().entrySet()) {
            row(page, figure.getKey(), figure.getValue());
        }
        page.append("</table>\n");
        for (String note : context.notes().values()) {
            page.append("<p><em>Note: ").append(escape(note)).append("</em></p>\n");
        }
        figure(page, "One close, both ends ours, in virtual time", context.file("close.svg"));
        figure(page, "The states and what leads from one to another", context.file("states.svg"));
        page.append("<h2>The model</h2>\n<pre>")
                .append(escape(Files.readString(context.file("check.txt"))))
                .append("</pre>\n<h2>Files</h2>\n<table>\n");
        for (String[] file : FILES) {
            row(page, file[0], file[1]);
        }
        page.append("</table>\n</body></html>\n");
        Files.writeString(context.file("report.html"), page);
        return context.file("report.html").toString();
    }

    private static final String[][] FILES = {
        {
            "clean.pcapng, lossy.pcapng",
            "for Wireshark: the rule that fired and the state change as each packet's comment"
        },
        {"clean.fwtrace, lossy.fwtrace", "every step: fourwave replay FILE, fourwave replay --print FILE"},
        {"close.fwtrace, close.svg, close.txt", "the ladder above"},
        {"tla/", "the TLA+ that TLC has checked"},
        {"check.txt", "what TLC found"},
        {"states.svg", "the state diagram"}
    };

    private static void row(StringBuilder page, String name, String value) {
        page.append("<tr><td>")
                .append(escape(name))
                .append("</td><td>")
                .append(escape(value))
                .append("</td></tr>\n");
    }

    /** In a frame of its own: the style sheets of two drawings in one page would colour each other. */
    private static void figure(StringBuilder page, String title, Path file) throws IOException {
        String svg = Files.readString(file);
        Matcher size = VIEW_BOX.matcher(svg);
        String ratio = size.find() ? size.group(1) + "/" + size.group(2) : "4/3";
        page.append("<figure>\n<h2>")
                .append(escape(title))
                .append("</h2>\n<iframe title=\"")
                .append(escape(title))
                .append("\" style=\"aspect-ratio:")
                .append(ratio)
                .append("\" srcdoc=\"")
                .append(escape("<style>body{margin:0}svg{width:100%;height:auto}</style>" + svg))
                .append("\"></iframe>\n</figure>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
