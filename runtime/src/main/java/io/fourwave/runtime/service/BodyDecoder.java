package io.fourwave.runtime.service;

import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.wire.OctetSource;

/** Finds the content in a request's body, of known length or chunked (RFC 9112 sections 6 and 7.1). */
final class BodyDecoder {
    private static final int MAX_LINE = 4096;

    private enum Part {
        SIZE,
        EXTENSION,
        DATA,
        DATA_END,
        TRAILER,
        DONE
    }

    private Part part;
    private boolean chunked;
    private long left;
    private int line;
    private int digits;

    /** Begins the body of a request. */
    void start(HttpRequest request) {
        chunked = request.chunked();
        left = chunked ? 0 : request.contentLength();
        line = 0;
        digits = 0;
        part = chunked ? Part.SIZE : left == 0 ? Part.DONE : Part.DATA;
    }

    boolean done() {
        return part == Part.DONE;
    }

    /**
     * Skips over what is not content.
     *
     * @return octets skipped; afterwards {@link #content} of the rest is content
     */
    int skip(Octets view) throws HttpProblem {
        OctetSource source = view.source();
        int i = 0;
        while (i < view.length() && part != Part.DATA && part != Part.DONE) {
            framing(source.get(view.offset() + i));
            i++;
        }
        return i;
    }

    /** How many of so many octets at hand are content. */
    int content(int available) {
        return part == Part.DATA ? (int) Math.min(left, available) : 0;
    }

    /** So many octets of content were taken. */
    void took(int octets) {
        left -= octets;
        if (left == 0 && part == Part.DATA) {
            part = chunked ? Part.DATA_END : Part.DONE;
        }
    }

    private void framing(byte octet) throws HttpProblem {
        if (++line > MAX_LINE) {
            throw bad();
        }
        switch (part) {
            case SIZE -> size(octet);
            case EXTENSION -> {
                if (octet == '\n') {
                    endOfSize();
                }
            }
            case DATA_END -> {
                if (octet == '\n') {
                    next(Part.SIZE);
                } else if (octet != '\r') {
                    throw bad();
                }
            }
            case TRAILER -> {
                if (octet == '\n') {
                    // digits counts what the line holds: an empty one is the end.
                    part = digits == 0 ? Part.DONE : Part.TRAILER;
                    digits = 0;
                } else if (octet != '\r') {
                    digits++;
                }
            }
            default -> throw new IllegalStateException("no framing in " + part);
        }
    }

    private void size(byte octet) throws HttpProblem {
        int digit = Character.digit(octet, 16);
        if (digit >= 0) {
            if (++digits > 15) {
                throw bad();
            }
            left = left << 4 | digit;
        } else if (digits == 0) {
            throw bad();
        } else if (octet == '\n') {
            endOfSize();
        } else if (octet == ';' || octet == '\r' || octet == ' ' || octet == '\t') {
            part = Part.EXTENSION;
        } else {
            throw bad();
        }
    }

    private void endOfSize() {
        long size = left;
        next(size == 0 ? Part.TRAILER : Part.DATA);
        left = size;
    }

    private void next(Part following) {
        part = following;
        line = 0;
        digits = 0;
        left = 0;
    }

    private static HttpProblem bad() {
        return new HttpProblem(HttpStatus.BAD_REQUEST, "the chunks of the body are malformed");
    }
}
