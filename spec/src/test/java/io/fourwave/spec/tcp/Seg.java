package io.fourwave.spec.tcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A segment as a test writes it. Sequence numbers and windows as in the specification; what is not said is absent.
 *
 * @param values by the field's name; CTL as a mask
 */
record Seg(Map<String, Long> values) {
    private static final List<String> BITS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

    /** The peer's window unless a test says otherwise. */
    static final long WINDOW = 8000;

    static Seg of(String controls, long seq) {
        Map<String, Long> values = new LinkedHashMap<>();
        values.put("SEQ", seq & 0xffffffffL);
        values.put("CTL", mask(controls));
        values.put("WND", WINDOW);
        values.put("SCALE", -1L);
        return new Seg(values);
    }

    Seg ack(long ack) {
        return and("ACK", ack & 0xffffffffL);
    }

    Seg data(int octets) {
        return and("DATA", octets);
    }

    Seg wnd(long octets) {
        return and("WND", octets);
    }

    Seg and(String field, long value) {
        Map<String, Long> more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new Seg(more);
    }

    static long mask(String controls) {
        long mask = 0;
        for (String control : controls.split(",")) {
            mask |= 1L << BITS.indexOf(control);
        }
        return mask;
    }

    static String controls(long mask) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < BITS.size(); bit++) {
            if ((mask & 1L << bit) != 0) {
                text.append(text.length() == 0 ? "" : ",").append(BITS.get(bit));
            }
        }
        return text.toString();
    }
}
