package io.fourwave.runtime.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    /** RFC 1071 section 3's numerical example. */
    @Test
    void rfc1071_example() {
        ByteBuffer data = ByteBuffer.wrap(
                new byte[] {0x00, 0x01, (byte) 0xf2, 0x03, (byte) 0xf4, (byte) 0xf5, (byte) 0xf6, (byte) 0xf7});
        assertThat(Checksum.fold(Checksum.add(0, data, 0, 8))).isEqualTo(0xddf2);
        assertThat(Checksum.finish(Checksum.add(0, data, 0, 8))).isEqualTo(0x220d);
    }

    @Property
    void eightOctetsAtATime_equalsTwoAtATime(
            @ForAll @Size(max = 400) byte[] octets, @ForAll @IntRange(max = 7) int skip) {
        int offset = Math.min(skip, octets.length);
        int length = octets.length - offset;
        long fast = Checksum.add(0, ByteBuffer.wrap(octets), offset, length);
        assertThat(Checksum.fold(fast)).isEqualTo(Checksum.fold(slow(octets, offset, length)));
    }

    @Property
    void finishedChecksum_verifies(@ForAll @Size(min = 2, max = 400) byte[] octets) {
        ByteBuffer data = ByteBuffer.wrap(octets);
        data.putShort(0, (short) 0);
        data.putShort(0, (short) Checksum.finish(Checksum.add(0, data, 0, octets.length)));
        assertThat(Checksum.verifies(Checksum.add(0, data, 0, octets.length))).isTrue();
    }

    @Test
    void largestDatagramOfOnes_doesNotOverflow() {
        byte[] octets = new byte[65535];
        java.util.Arrays.fill(octets, (byte) 0xff);
        long sum = Checksum.add(Checksum.pseudoHeader(-1, -1, 6, 65535), ByteBuffer.wrap(octets), 0, octets.length);
        long slow = slow(octets, 0, octets.length) + 4 * 0xffffL + 6 + 65535;
        assertThat(Checksum.fold(sum)).isEqualTo(Checksum.fold(slow));
    }

    private static long slow(byte[] octets, int offset, int length) {
        long sum = 0;
        for (int index = 0; index < length; index++) {
            sum += (octets[offset + index] & 0xff) << (index % 2 == 0 ? 8 : 0);
        }
        return sum;
    }
}
