package io.fourwave.cli.demo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/** As much of an HTTP client as the demo needs; by hand, so that who closes first is in our hands. */
final class Http {
    private static final int BUFFER_OCTETS = 1 << 16;

    private Http() {}

    /** Gets a file; the server closes first, and this waits for that. */
    static long download(Peer.Line line, String path, MessageDigest digest) throws IOException {
        send(line, "GET " + path + " HTTP/1.1\r\nHost: demo\r\nConnection: close\r\n\r\n");
        InputStream in = line.in();
        long length = head(in, 200);
        byte[] buffer = new byte[BUFFER_OCTETS];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("the download ended " + left + " octets too early");
            }
            digest.update(buffer, 0, count);
            left -= count;
        }
        if (in.read() >= 0) {
            throw new IOException("the download is longer than announced");
        }
        return length;
    }

    /** Puts octets; the server keeps the connection, so the client closes first. */
    static void upload(Peer.Line line, String path, byte[] content) throws IOException {
        send(line, "PUT " + path + " HTTP/1.1\r\nHost: demo\r\nContent-Length: " + content.length + "\r\n\r\n");
        OutputStream out = line.out();
        out.write(content);
        out.flush();
        head(line.in(), 201);
    }

    private static void send(Peer.Line line, String text) throws IOException {
        line.out().write(text.getBytes(StandardCharsets.US_ASCII));
        line.out().flush();
    }

    /** Reads the response's head octet by octet, so that nothing of the body is taken; the length of the body. */
    private static long head(InputStream in, int expectedStatus) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("the response ended inside its head");
            }
            head.append((char) octet);
        }
        String[] lines = head.toString().split("\r\n");
        if (!lines[0].startsWith("HTTP/1.1 " + expectedStatus)) {
            throw new IOException("the server answered: " + lines[0]);
        }
        for (String line : lines) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return Long.parseLong(line.substring(line.indexOf(':') + 1).trim());
            }
        }
        return 0;
    }
}
