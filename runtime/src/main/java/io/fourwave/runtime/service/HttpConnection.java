package io.fourwave.runtime.service;

import io.fourwave.runtime.api.ConnectionHandler;
import io.fourwave.runtime.api.TcpChannel;
import io.fourwave.runtime.machine.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One connection of an HTTP client: requests one after the other, each answered before the next is looked at. */
final class HttpConnection implements ConnectionHandler {
    private enum Phase {
        HEAD,
        BODY,
        RESPONSE,
        /** We have closed; what the client still sends is thrown away, so that our answer is not lost to a reset. */
        DRAIN
    }

    /** How much a client may still send after we have closed. */
    private static final long MAX_DRAIN_OCTETS = 64L << 20;

    private final HttpFileService service;
    private final HttpHead head = new HttpHead();
    private final BodyDecoder body = new BodyDecoder();
    private final Octets view = new Octets();
    private Phase phase = Phase.HEAD;
    private HttpRequest request;
    private HttpAnswer answer;
    private Upload upload;
    private long drained;

    HttpConnection(HttpFileService service) {
        this.service = service;
    }

    @Override
    public void readable(TcpChannel channel) {
        advance(channel);
    }

    @Override
    public void writable(TcpChannel channel) {
        advance(channel);
    }

    /** Goes on as far as what has come and what can be written allow. */
    private void advance(TcpChannel channel) {
        try {
            for (boolean more = true; more; ) {
                more = switch (phase) {
                    case HEAD -> readHead(channel);
                    case BODY -> readBody(channel);
                    case RESPONSE -> respond(channel);
                    case DRAIN -> drain(channel);
                };
            }
        } catch (HttpProblem problem) {
            refuse(channel, problem);
        } catch (IOException e) {
            // The file went away or the disk failed, in the middle of what was promised: only a reset tells the client.
            channel.abort();
        }
    }

    private boolean readHead(TcpChannel channel) throws HttpProblem, IOException {
        channel.peek(view);
        if (view.length() == 0) {
            if (channel.ended()) {
                channel.close();
            }
            return false;
        }
        channel.skip(head.take(view));
        if (!head.complete()) {
            return true;
        }
        request = head.parse();
        head.clear();
        body.start(request);
        answer = HttpAnswer.to(request, service);
        if (answer.uploadTarget() != null) {
            upload = new Upload(answer.uploadTarget());
            if (request.expectContinue() && request.hasBody()) {
                channel.write(HttpResponse.CONTINUE, 0, HttpResponse.CONTINUE.length);
            }
        }
        phase = request.hasBody() ? Phase.BODY : Phase.RESPONSE;
        if (upload != null && phase == Phase.RESPONSE) {
            stored();
        }
        return true;
    }

    private boolean readBody(TcpChannel channel) throws HttpProblem, IOException {
        if (upload == null && !answer.keepAlive()) {
            phase = Phase.RESPONSE;
            return true;
        }
        channel.peek(view);
        if (view.length() == 0) {
            if (channel.ended()) {
                channel.abort();
            }
            return false;
        }
        channel.skip(body.skip(view));
        takeContent(channel);
        if (body.done()) {
            phase = Phase.RESPONSE;
            if (upload != null) {
                stored();
            }
        }
        return true;
    }

    private void takeContent(TcpChannel channel) throws IOException {
        int count = Math.min(body.content(channel.readable()), service.chunk.capacity());
        if (count > 0) {
            ByteBuffer chunk = service.chunk.clear().limit(count);
            channel.read(chunk);
            body.took(count);
            if (upload != null) {
                upload.write(chunk.flip());
            }
        }
    }

    private void stored() throws IOException {
        boolean fresh = upload.keep();
        upload = null;
        answer = HttpAnswer.stored(fresh, answer.keepAlive());
    }

    private boolean respond(TcpChannel channel) throws IOException {
        if (!answer.write(channel, service.chunk)) {
            return false;
        }
        answer.close();
        if (answer.keepAlive()) {
            answer = null;
            phase = Phase.HEAD;
        } else {
            channel.shutdownOutput();
            phase = Phase.DRAIN;
        }
        return true;
    }

    private boolean drain(TcpChannel channel) {
        int octets = channel.readable();
        drained += octets;
        channel.skip(octets);
        if (channel.ended() || drained > MAX_DRAIN_OCTETS) {
            channel.close();
        }
        return false;
    }

    private void refuse(TcpChannel channel, HttpProblem problem) {
        release();
        answer = HttpAnswer.error(
                problem, false, request != null && request.method().equals("HEAD"));
        phase = Phase.RESPONSE;
        advance(channel);
    }

    @Override
    public void closed(TcpChannel channel, IOException cause) {
        release();
    }

    private void release() {
        if (answer != null) {
            answer.close();
        }
        if (upload != null) {
            upload.close();
            upload = null;
        }
    }
}
