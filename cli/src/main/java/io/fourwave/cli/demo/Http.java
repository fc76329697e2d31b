package io.fourwave.cli.demo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** As much of an HTTP client as the demo needs; by hand, so that who closes first is in our hands. */
final class Http {

    private Http() {}

    /** Gets a file of a length known beforehand; the server closes first, and this waits for that. */
    static byte[] download(Peer.Line line, String path, int octets) throws IOException {
        send(line, "GET " + path + " HTTP/1.1\r\nHost: demo\r\nConnection: close\r\n\r\n");
        InputStream in = line.in();
        long length = head(in, 200);
        if (length != octets) {
            throw new IOException("the server announced " + length + " octets, not " + octets);
        }
        byte[] content = new byte[octets];
        int read = in.readNBytes(content, 0, octets);
        if (read < octets) {
            throw new EOFException("the download ended " + (octets - read) + " octets too early");
        }
        if (in.read() >= 0) {
            throw new IOException("the download is longer than announced");
        }
        return content;
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
