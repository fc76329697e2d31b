package io.fourwave.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** RFC 6056. */
class EphemeralPortsTest {
    @Test
    void everyFreePort_isFoundBeforeNoneIs() {
        EphemeralPorts ports = new EphemeralPorts(new Random(7), 50000, 50099);
        BitSet used = new BitSet();
        for (int i = 0; i < 100; i++) {
            int port = ports.next(p -> !used.get(p));
            assertThat(port).isBetween(50000, 50099);
            assertThat(used.get(port)).isFalse();
            used.set(port);
        }
        assertThat(ports.next(p -> !used.get(p))).isEqualTo(EphemeralPorts.NONE);
    }

    @Test
    void portsAreNotHandedOutInOrder() {
        EphemeralPorts ports = new EphemeralPorts(new Random(7));
        int inOrder = 0;
        int last = ports.next(p -> true);
        for (int i = 0; i < 100; i++) {
            int next = ports.next(p -> true);
            assertThat(next).isBetween(49152, 65535);
            inOrder += next == last + 1 ? 1 : 0;
            last = next;
        }
        assertThat(inOrder).isLessThan(5);
    }

    @Test
    void rangeTheWrongWayRound_isRefused() {
        assertThatThrownBy(() -> new EphemeralPorts(new Random(), 100, 99)).hasMessageContaining("100..99");
    }
}
