package io.fourwave.runtime.service;

import io.fourwave.runtime.api.TcpChannel;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/** What is answered to a request, and how much of it has been written. */
final class HttpAnswer implements AutoCloseable {
    private static final byte[] NOTHING = new byte[0];

    private final boolean keepAlive;
    private final Path uploadTarget;
    /** Head and, for a page made here, content. */
    private final byte[] octets;

    private final FileChannel file;
    private int written;
    private long fileAt;
    private final long fileLength;

    private HttpAnswer(boolean keepAlive, Path uploadTarget, byte[] octets, FileChannel file, long fileLength) {
        this.keepAlive = keepAlive;
        this.uploadTarget = uploadTarget;
        this.octets = octets;
        this.file = file;
        this.fileLength = fileLength;
    }

    /**
     * Decides.
     *
     * @throws HttpProblem when the connection cannot go on after the answer
     */
    static HttpAnswer to(HttpRequest request, HttpFileService service) throws HttpProblem {
        try {
            return switch (request.method()) {
                case "GET", "HEAD" -> find(request, service);
                case "PUT", "POST" -> store(request, service);
                default -> throw notAllowed(service);
            };
        } catch (HttpProblem problem) {
            // The body, if any, is read and thrown away; then the client may ask for something else. One that waits for
            // our consent may or may not
            // send its body after a refusal: nobody knows what comes next (RFC 9110 10.1.1).
            boolean keepAlive = request.keepAlive() && !(request.expectContinue() && request.hasBody());
            return error(problem, keepAlive, request.method().equals("HEAD"));
        }
    }

    private static HttpProblem notAllowed(HttpFileService service) {
        return new HttpProblem(HttpStatus.METHOD_NOT_ALLOWED, "allowed here: " + allowed(service.uploads));
    }

    private static String allowed(boolean uploads) {
        return uploads ? "GET, HEAD, PUT, POST" : "GET, HEAD";
    }

    private static HttpAnswer find(HttpRequest request, HttpFileService service) throws HttpProblem {
        Path path = service.paths.resolve(request.target());
        boolean headOnly = request.method().equals("HEAD");
        boolean asIndex = Files.isDirectory(path);
        try {
            if (asIndex) {
                if (!withoutQuery(request.target()).endsWith("/")) {
                    return moved(request);
                }
                Path index = path.resolve("index.html");
                if (!Files.isRegularFile(index)) {
                    byte[] page = HttpPages.index(path, service.paths.isRoot(path));
                    HttpResponse response = new HttpResponse(HttpStatus.OK, request.keepAlive());
                    return page(response.type("text/html; charset=utf-8"), page, headOnly, request.keepAlive());
                }
                path = service.paths.resolve(withoutQuery(request.target()) + "index.html");
            }
            if (withoutQuery(request.target()).endsWith("/") && !asIndex) {
                throw new HttpProblem(HttpStatus.NOT_FOUND, "there is no such file");
            }
            return file(path, headOnly, request.keepAlive());
        } catch (IOException e) {
            throw new HttpProblem(HttpStatus.NOT_FOUND, "there is no such file");
        }
    }

    private static String withoutQuery(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static HttpAnswer moved(HttpRequest request) {
        // One slash in front: two would name another host.
        String location = withoutQuery(request.target()).replaceFirst("^/+", "/") + "/";
        HttpResponse response =
                new HttpResponse(HttpStatus.MOVED_PERMANENTLY, request.keepAlive()).field("Location", location);
        return page(response, NOTHING, false, request.keepAlive());
    }

    private static HttpAnswer file(Path path, boolean headOnly, boolean keepAlive) throws IOException, HttpProblem {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile() || !Files.isReadable(path)) {
            throw new HttpProblem(HttpStatus.NOT_FOUND, "there is no such file");
        }
        byte[] head = new HttpResponse(HttpStatus.OK, keepAlive)
                .type(HttpPages.contentType(path))
                .length(attributes.size())
                .field(
                        "Last-Modified",
                        HttpResponse.date(attributes.lastModifiedTime().toInstant()))
                .bytes();
        if (headOnly) {
            return new HttpAnswer(keepAlive, null, head, null, 0);
        }
        return new HttpAnswer(keepAlive, null, head, FileChannel.open(path), attributes.size());
    }

    private static HttpAnswer store(HttpRequest request, HttpFileService service) throws HttpProblem {
        if (!service.uploads) {
            throw notAllowed(service);
        }
        Path path = service.paths.resolve(request.target());
        if (Files.isDirectory(path) || withoutQuery(request.target()).endsWith("/")) {
            throw new HttpProblem(HttpStatus.CONFLICT, "a directory cannot be written to; name a file");
        }
        if (!Files.isDirectory(path.getParent())) {
            throw new HttpProblem(HttpStatus.CONFLICT, "the directory does not exist");
        }
        if (!Files.isWritable(path.getParent())) {
            throw new HttpProblem(HttpStatus.FORBIDDEN, "the directory cannot be written to");
        }
        return new HttpAnswer(request.keepAlive(), path, NOTHING, null, 0);
    }

    static HttpAnswer stored(boolean fresh, boolean keepAlive) {
        HttpResponse response = new HttpResponse(fresh ? HttpStatus.CREATED : HttpStatus.NO_CONTENT, keepAlive);
        return new HttpAnswer(keepAlive, null, (fresh ? response.length(0) : response).bytes(), null, 0);
    }

    static HttpAnswer error(HttpProblem problem, boolean keepAlive, boolean headOnly) {
        HttpResponse response = new HttpResponse(problem.status(), keepAlive).type("text/plain; charset=utf-8");
        if (problem.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            response.field(
                    "Allow", problem.getMessage().substring(problem.getMessage().indexOf(':') + 2));
        }
        return page(response, HttpPages.error(problem.status(), problem.getMessage()), headOnly, keepAlive);
    }

    private static HttpAnswer page(HttpResponse response, byte[] content, boolean headOnly, boolean keepAlive) {
        byte[] head = response.length(content.length).bytes();
        if (headOnly) {
            return new HttpAnswer(keepAlive, null, head, null, 0);
        }
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return new HttpAnswer(keepAlive, null, all, null, 0);
    }

    boolean keepAlive() {
        return keepAlive;
    }

    /** Where the body is to be stored, or null. */
    Path uploadTarget() {
        return uploadTarget;
    }

    /**
     * Writes as much as the channel takes.
     *
     * @param chunk for passing
     * @return whether all is written
     * @throws IOException when the file cannot be read, or has become shorter than was promised
     */
    boolean write(TcpChannel channel, ByteBuffer chunk) throws IOException {
        if (written < octets.length) {
            int count = channel.write(octets, written, octets.length - written);
            if (count < 0) {
                throw new EOFException("the connection is closed");
            }
            written += count;
        }
        while (written == octets.length && fileAt < fileLength) {
            int room = channel.writable();
            if (room <= 0) {
                return false;
            }
            chunk.clear().limit((int) Math.min(Math.min(room, chunk.capacity()), fileLength - fileAt));
            int count = file.read(chunk, fileAt);
            if (count < 0) {
                throw new EOFException("the file became shorter while it was sent");
            }
            fileAt += channel.write(chunk.flip());
        }
        return written == octets.length && fileAt == fileLength;
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // It was only read.
                fileAt = fileLength;
            }
        }
    }
}
