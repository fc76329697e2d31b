package io.fourwave.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
    private static final List<String> NAMES = List.of("SND.NXT", "SND.UNA", "RCV.NXT", "RCV.WND");

    @Test
    void swappedLetters_areOneEdit() {
        assertThat(DidYouMean.distance("SND.NTX", "SND.NXT")).isEqualTo(1);
        assertThat(DidYouMean.nearest("SND.NTX", NAMES)).contains("SND.NXT");
    }

    @Test
    void otherCase_isNear() {
        assertThat(DidYouMean.nearest("rcv.wnd", NAMES)).contains("RCV.WND");
    }

    @Test
    void somethingElse_isNotSuggested() {
        assertThat(DidYouMean.nearest("congestion", NAMES)).isEmpty();
        assertThat(DidYouMean.help("congestion", NAMES)).isEmpty();
    }

    @Test
    void ofTwoAsNear_theFirstOfTheAlphabet() {
        assertThat(DidYouMean.nearest("SCV.NXT", List.of("SXV.NXT", "RCV.NXT"))).contains("RCV.NXT");
    }
}
