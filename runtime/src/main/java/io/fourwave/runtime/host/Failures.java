package io.fourwave.runtime.host;

import io.fourwave.runtime.tcp.Notice;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** The specification's notices as the exceptions Java programs know; the text is the specification's. */
final class Failures {
    private Failures() {}

    /** Null for a notice that does not end the connection. */
    static IOException of(Notice notice, InetSocketAddress remote) {
        String text = notice.text() + " (" + remote.getAddress().getHostAddress() + ":" + remote.getPort() + ")";
        return switch (notice) {
            case CONNECTION_REFUSED -> new ConnectException(text);
            case CONNECTION_RESET -> new SocketException(text);
            case CONNECTION_TIMED_OUT, USER_TIMED_OUT, KEEP_ALIVE_FAILED, FIN_WAIT_2_TIMED_OUT ->
                new SocketTimeoutException(text);
            case HARD_ERROR -> new NoRouteToHostException(text);
            case CONNECTION_ESTABLISHED,
                    CONNECTION_CLOSING_BY_PEER,
                    CONNECTION_CLOSED,
                    RETRANSMISSION_TROUBLE,
                    SOFT_ERROR -> null;
        };
    }
}
