package io.fourwave.runtime.service;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The head of a request (RFC 9112 sections 3, 5 and 6).
 *
 * @param target path and query in origin form
 * @param keepAlive the connection may serve another request afterwards
 * @param contentLength octets of the body, 0 for none
 * @param chunked the body has the chunked coding, and its length is not known beforehand
 * @param expectContinue the client waits for 100 (Continue) before it sends the body
 */
record HttpRequest(
        String method, String target, boolean keepAlive, long contentLength, boolean chunked, boolean expectContinue) {

    boolean hasBody() {
        return chunked || contentLength > 0;
    }

    /** Parses everything up to and including the empty line. */
    static HttpRequest parse(byte[] head, int length) throws HttpProblem {
        String[] lines = new String(head, 0, length, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        String[] start = lines[0].split(" ", -1);
        if (start.length != 3 || !token(start[0]) || start[1].isEmpty()) {
            throw bad("the request line is not `METHOD target HTTP/1.1`");
        }
        boolean version11 = version11(start[2]);
        Fields fields = Fields.of(lines);
        if (version11 && fields.hosts != 1) {
            throw bad("a request needs exactly one Host field");
        }
        if (fields.chunked && (fields.contentLength >= 0 || !version11)) {
            // RFC 9112 6.1: the two lengths may disagree on purpose.
            throw bad("Transfer-Encoding beside Content-Length, or in HTTP/1.0");
        }
        boolean keepAlive = version11 ? !fields.connection.contains("close") : fields.connection.contains("keep-alive");
        return new HttpRequest(
                start[0],
                originForm(start[1]),
                keepAlive,
                Math.max(0, fields.contentLength),
                fields.chunked,
                version11 && fields.expectContinue);
    }

    private static boolean version11(String version) throws HttpProblem {
        if (!version.matches("HTTP/\\d\\.\\d")) {
            throw bad("`" + version + "` is no version of HTTP");
        }
        if (version.charAt(5) != '1') {
            throw new HttpProblem(HttpStatus.VERSION_NOT_SUPPORTED, "this server speaks HTTP/1.1");
        }
        return version.charAt(7) != '0';
    }

    private static String originForm(String target) throws HttpProblem {
        String origin = target;
        if (target.regionMatches(true, 0, "http://", 0, 7)) {
            int path = target.indexOf('/', 7);
            origin = path < 0 ? "/" : target.substring(path);
        }
        if (!origin.startsWith("/")) {
            throw bad("the target is not a path");
        }
        return origin;
    }

    private static boolean token(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> c > 0x20 && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0);
    }

    private static HttpProblem bad(String message) {
        return new HttpProblem(HttpStatus.BAD_REQUEST, message);
    }

    /** The fields that matter here. */
    private static final class Fields {
        int hosts;
        long contentLength = -1;
        boolean chunked;
        boolean expectContinue;
        final List<String> connection = new ArrayList<>();

        static Fields of(String[] lines) throws HttpProblem {
            Fields fields = new Fields();
            for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
                int colon = lines[i].indexOf(':');
                // Space before the colon, and lines that continue another, are ways to smuggle a field past someone
                // (RFC 9112 5.1, 5.2).
                if (colon < 0 || !token(lines[i].substring(0, colon))) {
                    throw bad("a header field is not `Name: value`");
                }
                fields.add(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).trim());
            }
            return fields;
        }

        private void add(String name, String value) throws HttpProblem {
            switch (name) {
                case "host" -> hosts++;
                case "connection" -> {
                    for (String option : value.toLowerCase(Locale.ROOT).split(",")) {
                        connection.add(option.trim());
                    }
                }
                case "content-length" -> {
                    if (value.length() > 18
                            || !value.matches("\\d+")
                            || contentLength >= 0 && contentLength != Long.parseLong(value)) {
                        throw bad("Content-Length is not one number");
                    }
                    contentLength = Long.parseLong(value);
                }
                case "transfer-encoding" -> {
                    if (!value.equalsIgnoreCase("chunked") || chunked) {
                        throw new HttpProblem(
                                HttpStatus.NOT_IMPLEMENTED, "the only transfer coding known here is chunked");
                    }
                    chunked = true;
                }
                case "expect" -> expectContinue = value.equalsIgnoreCase("100-continue");
                default -> {
                    // Every other field may be ignored (RFC 9110 5.1).
                }
            }
        }
    }
}
