package io.fourwave.runtime.service;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pages made here: the index of a directory, and the short text of an error. */
final class HttpPages {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("htm", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("md", "text/markdown; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("xml", "application/xml"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("pdf", "application/pdf"));

    private HttpPages() {}

    /** By the file's ending; what is not known is octets. */
    static String contentType(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    /** The names in a directory but for hidden ones, directories with a slash. */
    static byte[] index(Path directory, boolean root) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(directory)) {
            names = files.map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .collect(Collectors.toList());
        }
        StringBuilder page = new StringBuilder(
                "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Index</title></head><body>\n<ul>\n");
        if (!root) {
            page.append("<li><a href=\"../\">../</a></li>\n");
        }
        for (String name : names) {
            page.append("<li><a href=\"")
                    .append(escape(link(name)))
                    .append("\">")
                    .append(escape(name))
                    .append("</a></li>\n");
        }
        return page.append("</ul>\n</body></html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String link(String name) {
        try {
            // With a slash in front a colon cannot be taken for a scheme's.
            return "." + new URI(null, null, "/" + name, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "./";
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static byte[] error(HttpStatus status, String message) {
        return (status.code + " " + status.reason + "\n" + message + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
