package io.fourwave.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SipHashTest {
    @Test
    void sixteenOctets_matchTheAuthorsVector() {
        // vectors_sip64 of the authors' reference: key 00..0f, input 00..0f, output db 9b c2 57 7f cc 2a 3f.
        SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        assertThat(hash.hash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L)).isEqualTo(0x3f2acc7f57c29bdbL);
    }
}
