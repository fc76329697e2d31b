package io.fourwave.runtime.service;

import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.wire.OctetSource;

/** Collects the head of a request, however it is cut into segments, and takes nothing of what follows it. */
final class HttpHead {
    /** Longest head: more is 431. */
    static final int MAX_OCTETS = 16 * 1024;

    private final byte[] octets = new byte[MAX_OCTETS];
    private int length;
    private boolean complete;

    /**
     * Takes octets until the head is complete.
     *
     * @return how many were taken
     */
    int take(Octets view) throws HttpProblem {
        OctetSource source = view.source();
        for (int i = 0; i < view.length(); i++) {
            byte octet = source.get(view.offset() + i);
            if (length == 0 && (octet == '\r' || octet == '\n')) {
                // RFC 9112 2.2: empty lines before a request.
                continue;
            }
            if (length == MAX_OCTETS) {
                throw new HttpProblem(HttpStatus.HEADER_TOO_LARGE, "the head is longer than " + MAX_OCTETS + " octets");
            }
            octets[length++] = octet;
            if (octet == '\n' && emptyLine()) {
                complete = true;
                return i + 1;
            }
        }
        return view.length();
    }

    private boolean emptyLine() {
        return octets[length - 2] == '\n' || length >= 3 && octets[length - 2] == '\r' && octets[length - 3] == '\n';
    }

    boolean complete() {
        return complete;
    }

    /** Nothing has come of the next request. */
    boolean empty() {
        return length == 0;
    }

    HttpRequest parse() throws HttpProblem {
        return HttpRequest.parse(octets, length);
    }

    void clear() {
        length = 0;
        complete = false;
    }
}
