package io.fourwave.conformance.counterexample;

import io.fourwave.modelcheck.Finding;
import io.fourwave.modelcheck.trace.Course;
import io.fourwave.modelcheck.trace.Course.Kind;
import io.fourwave.runtime.wire.TcpFlags;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The half of a counterexample that one end sees, as a script for packetdrill: its user's calls, the segments that arrive, and those it
 * is to send. Sequence numbers are relative, as packetdrill's always are.
 */
final class PacketScript {
    /** Parameters that Linux has a switch for. */
    private static final Map<String, String> SWITCHES = new LinkedHashMap<>();

    static {
        SWITCHES.put("syn_retries", "net.ipv4.tcp_syn_retries");
        SWITCHES.put("synack_retries", "net.ipv4.tcp_synack_retries");
        SWITCHES.put("r1", "net.ipv4.tcp_retries1");
        SWITCHES.put("r2_data", "net.ipv4.tcp_retries2");
        SWITCHES.put("orphan_retry_budget", "net.ipv4.tcp_orphan_retries");
    }

    private final Finding finding;
    private final Course course;
    private final String peer;
    private final int end;
    private final Sockets sockets = new Sockets();
    private final Rules rules;
    private final RelativeNumbers numbers;
    private final WithoutMutant.Difference difference;
    private final StringBuilder script = new StringBuilder();
    private final long tickMillis;
    private int latestTick;
    private boolean any;

    private PacketScript(Finding finding, String peer, long tickMillis) {
        this.finding = finding;
        this.course = finding.counterexample().course();
        this.peer = peer;
        this.end = course.peers().indexOf(peer);
        this.rules = new Rules(finding.compilation().orThrow());
        this.numbers = new RelativeNumbers(course, finding.scenario().modulus());
        this.difference = WithoutMutant.of(finding, peer);
        this.tickMillis = tickMillis;
    }

    /** @param peer whose half it is */
    static String write(Finding finding, String peer, long tickMillis) {
        return new PacketScript(finding, peer, tickMillis).write();
    }

    private String write() {
        head();
        for (int i = 0; i < course.acts().size(); i++) {
            if (i == course.loopTo()) {
                comment("");
                comment("From here on again and again:");
            }
            act(i, course.acts().get(i));
        }
        if (!course.ending().isEmpty()) {
            comment(course.ending());
        }
        if (!any) {
            // packetdrill takes no script without an event.
            comment("Nothing happens at this end.");
            script.append("+0     `true`\n");
        }
        return script.toString();
    }

    private void comment(String text) {
        text.lines().forEach(line -> script.append("// ").append(line).append('\n'));
    }

    // ---- the head
    // ----------------------------------------------------------------------------------------------------

    private void head() {
        comment(finding.headline());
        comment("");
        comment("The half of " + peer + ": run it against a stack that plays " + peer
                + "; what it plays is the other end. One tick is " + tickMillis + " ms.");
        comment(
                finding.mutant() == null
                        ? "A stack that does all of this does what is told here."
                        : difference == null
                                ? "Nothing here tells the mutant from the specification: it shows at the other end."
                                : "A stack with the fault does all of this. One without it differs where that is said.");
        comment("It sets switches of the network namespace it runs in: unshare -n packetdrill FILE");
        List<String> switches = new ArrayList<>(List.of(
                "net.ipv4.tcp_window_scaling=0",
                "net.ipv4.tcp_sack=0",
                "net.ipv4.tcp_timestamps=0",
                "net.ipv4.tcp_ecn=0",
                "net.ipv4.tcp_syncookies=0"));
        Set<String> parameters = finding.compilation().orThrow().parameters().stream()
                .map(Protocol.Parameter::name)
                .collect(Collectors.toSet());
        List<String> others = new ArrayList<>();
        for (World.Binding binding : finding.scenario().bindings()) {
            if (SWITCHES.containsKey(binding.name()) && binding.value() instanceof Expr.IntLiteral number) {
                switches.add(SWITCHES.get(binding.name()) + "=" + number.value());
            } else if (binding.value() instanceof Expr.TicksLiteral ticks && parameters.contains(binding.name())) {
                others.add(binding.name() + " = " + ticks.ticks() * tickMillis + " ms");
            }
        }
        if (!others.isEmpty()) {
            comment("Linux has no such switches for " + String.join(", ", others) + ".");
        }
        script.append('`')
                .append("sysctl -q ")
                .append(String.join(" ", switches))
                .append("`\n\n");
    }

    // ---- the acts
    // ----------------------------------------------------------------------------------------------------

    private void act(int index, Course.Act act) {
        boolean here = act.peer().equals(peer);
        if (difference != null && difference.act() == index) {
            comment("");
            comment("HERE it differs: without the mutant " + difference.instead());
        }
        switch (act.kind()) {
            case CALL -> {
                if (here) {
                    comment(step(index, act) + act.caller() + ": " + act.call() + ": " + by(index, act));
                    sockets.call(act).forEach(line -> event(act, line));
                }
            }
            case ARRIVAL, REPEATED_ARRIVAL -> {
                if (here) {
                    comment(step(index, act) + segment(index, act) + " arrives: " + by(index, act));
                    event(act, "< " + packet(act.segment(), true));
                }
            }
            case LOSS -> {
                String which = course.segment(act.segment()).from().equals(peer)
                        ? "which this end has sent"
                        : "which was for this end";
                comment(step(index, act) + segment(index, act) + ", " + which + ", is LOST");
            }
            case TIMEOUT, OFFER -> {
                if (here) {
                    comment(step(index, act) + act.event() + ": " + by(index, act));
                }
            }
            case CRASH ->
                comment(step(index, act) + act.peer() + " crashes and comes back"
                        + (here ? ": packetdrill cannot make it" : ""));
            case CUT -> comment(step(index, act) + "the path is cut for good");
            case TICK, NOTHING, UNTOLD -> {
                // Time is told with what happens next.
            }
        }
        if (here) {
            act.sent().forEach(number -> sent(index, act, number));
            accepted(index, act);
        }
    }

    private static String step(int index, Course.Act act) {
        return "step " + (index + 1) + ", t=" + act.tick() + ": ";
    }

    private String by(int index, Course.Act act) {
        String after = act.ends().get(end).state();
        String before = (index == 0
                        ? course.start()
                        : course.acts().get(index - 1).ends())
                .get(end)
                .state();
        return rules.text(act.rule()) + ": " + (before.equals(after) ? after : before + " -> " + after);
    }

    private String segment(int index, Course.Act act) {
        boolean stale =
                course.segment(act.segment()).fates().stream().anyMatch(fate -> fate.act() == index && fate.stale());
        return "#" + act.segment() + (act.kind() == Kind.REPEATED_ARRIVAL ? " DUPLICATED" : "")
                + (stale ? " STALE" : "");
    }

    private void sent(int index, Course.Act act, int number) {
        Course.Segment segment = course.segment(number);
        if (segment.again() > 0) {
            comment("#" + number + ", again as #" + segment.again());
        }
        event(act, "> " + packet(number, false));
    }

    /** A listening socket gives the connection away when that is there. */
    private void accepted(int index, Course.Act act) {
        if (sockets.isToAccept(act.ends().get(end).state())) {
            sockets.accept().forEach(line -> event(act, line));
        }
    }

    /** What happens, at its distance from what happened before. */
    private void event(Course.Act act, String what) {
        long millis = (act.tick() - latestTick) * tickMillis;
        latestTick = act.tick();
        any = true;
        script.append(String.format(Locale.ROOT, "%-7s", millis == 0 ? "+0" : "+" + millis / 1000.0))
                .append(what)
                .append('\n');
    }

    /** {@code F. 1:1(0) ack 1 win 2}. What is to be sent is not held to a window: no other stack has one of a few octets. */
    private String packet(int number, boolean injected) {
        WireSegment segment = numbers.segments().get(number - 1);
        long seq = numbers.seq(number);
        StringBuilder text = new StringBuilder(flags(segment.control()));
        text.append(' ')
                .append(seq)
                .append(':')
                .append(seq + segment.data().length)
                .append('(')
                .append(segment.data().length)
                .append(')');
        if ((segment.control() & TcpFlags.ACK) != 0) {
            text.append(" ack ").append(numbers.ack(number));
        }
        if (injected) {
            text.append(" win ").append(segment.window());
        } else if ((segment.control() & TcpFlags.SYN) != 0) {
            text.append(" <...>");
        }
        return text.toString();
    }

    private static String flags(int control) {
        StringBuilder flags = new StringBuilder();
        String letters = "FSRP.U";
        int[] bits = {TcpFlags.FIN, TcpFlags.SYN, TcpFlags.RST, TcpFlags.PSH, TcpFlags.ACK, TcpFlags.URG};
        for (int i = 0; i < bits.length; i++) {
            if (i != 4 && (control & bits[i]) != 0) {
                flags.append(letters.charAt(i));
            }
        }
        if ((control & TcpFlags.ACK) != 0) {
            flags.append('.');
        }
        return flags.isEmpty() ? "-" : flags.toString();
    }
}
