package io.fourwave.runtime.service;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The head of a response (RFC 9112 section 4). */
final class HttpResponse {
    static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final StringBuilder head = new StringBuilder(256);

    HttpResponse(HttpStatus status, boolean keepAlive) {
        head.append("HTTP/1.1 ")
                .append(status.code)
                .append(' ')
                .append(status.reason)
                .append("\r\n");
        field("Server", "fourwave");
        field("Date", date(Instant.now()));
        field("Connection", keepAlive ? "keep-alive" : "close");
    }

    HttpResponse field(String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    HttpResponse length(long octets) {
        return field("Content-Length", Long.toString(octets));
    }

    HttpResponse type(String type) {
        return field("Content-Type", type);
    }

    byte[] bytes() {
        return (head + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A date as RFC 9110 5.6.7 wants it. */
    static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC))
                .replace("Z", "GMT");
    }
}
