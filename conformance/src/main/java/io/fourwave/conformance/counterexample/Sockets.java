package io.fourwave.conformance.counterexample;

import io.fourwave.modelcheck.tlc.TlaValue;
import io.fourwave.modelcheck.trace.Course;
import java.util.List;
import java.util.Set;

/** The user's calls as system calls, with the file descriptors they get. */
final class Sockets {
    private static final int FIRST = 3;
    /** States in which there is a connection to accept. */
    private static final Set<String> CONNECTED =
            Set.of("ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT");

    private int next = FIRST;
    private int listening = -1;
    private int connection = -1;
    private boolean accepted;

    /** The system calls of a call, in order; a comment where there is none. */
    List<String> call(Course.Act act) {
        return switch (act.event()) {
            case "OPEN-ACTIVE" -> {
                connection = next++;
                accepted = true;
                yield List.of(
                        "socket(..., SOCK_STREAM, IPPROTO_TCP) = " + connection,
                        "fcntl(" + connection + ", F_GETFL) = 0x2 (flags O_RDWR)",
                        "fcntl(" + connection + ", F_SETFL, O_RDWR|O_NONBLOCK) = 0",
                        "connect(" + connection + ", ..., ...) = -1 EINPROGRESS (Operation now in progress)");
            }
            case "OPEN-PASSIVE" -> {
                connection = -1;
                accepted = false;
                if (listening >= 0) {
                    // A socket that listens goes on doing so; in the specification it has become the connection.
                    yield List.of();
                }
                listening = next++;
                yield List.of(
                        "socket(..., SOCK_STREAM, IPPROTO_TCP) = " + listening,
                        "setsockopt(" + listening + ", SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0",
                        "bind(" + listening + ", ..., ...) = 0",
                        "listen(" + listening + ", 1) = 0");
            }
            case "SEND" -> List.of("write(" + here() + ", ..., " + octets(act) + ") = " + result(act, octets(act)));
            case "SEND-URGENT" ->
                List.of("send(" + here() + ", ..., " + octets(act) + ", MSG_OOB) = " + result(act, octets(act)));
            case "RECEIVE" -> {
                long count = number(act);
                yield List.of("read(" + here() + ", ..., " + count + ") = " + result(act, count));
            }
            case "SHUTDOWN" -> List.of("shutdown(" + here() + ", SHUT_WR) = " + result(act, 0));
            case "CLOSE" -> List.of("close(" + here() + ") = 0");
            case "ABORT" ->
                List.of(
                        "setsockopt(" + here() + ", SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0",
                        "close(" + here() + ") = 0");
            default -> List.of();
        };
    }

    /** The connection, or what is to become one. */
    private int here() {
        return connection >= 0 ? connection : listening;
    }

    boolean isToAccept(String state) {
        return listening >= 0 && !accepted && CONNECTED.contains(state);
    }

    List<String> accept() {
        accepted = true;
        connection = next++;
        return List.of("accept(" + listening + ", ..., ...) = " + connection);
    }

    private static String result(Course.Act act, long ok) {
        return act.notes().stream()
                .filter(note ->
                        note.what() == Course.What.RETURNED && !note.name().equals("ok"))
                .findFirst()
                .map(note -> switch (note.name()) {
                    case "nothing-received" -> "-1 EAGAIN (Resource temporarily unavailable)";
                    case "connection-does-not-exist", "remote-unspecified" ->
                        "-1 ENOTCONN (Transport endpoint is not connected)";
                    default -> "-1 EPIPE (Broken pipe)";
                })
                .orElse(Long.toString(ok));
    }

    private static long octets(Course.Act act) {
        return act.arguments().values().stream()
                .mapToLong(value -> value.all().size())
                .sum();
    }

    private static long number(Course.Act act) {
        return act.arguments().values().stream()
                .filter(TlaValue.Num.class::isInstance)
                .mapToLong(value -> ((TlaValue.Num) value).value())
                .sum();
    }
}
