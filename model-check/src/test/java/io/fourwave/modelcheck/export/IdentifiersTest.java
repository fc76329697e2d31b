package io.fourwave.modelcheck.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifiersTest {
    @Test
    void spelled_dotsAndHyphens_becomeUnderscores() {
        assertThat(Identifiers.spelled("READ.NEXT")).isEqualTo("READ_NEXT");
        assertThat(Identifiers.spelled("half-open")).isEqualTo("half_open");
    }

    @Test
    void spelled_wordsOfTheOtherLanguage_areNotUsed() {
        assertThat(Identifiers.spelled("EXCEPT")).isEqualTo("x_EXCEPT");
        assertThat(Identifiers.spelled("WF_x")).isEqualTo("x_WF_x");
    }

    @Test
    void fresh_twoSpecNamesThatWouldBeOne_staysTwo() {
        Identifiers identifiers = new Identifiers(Library.names());
        assertThat(identifiers.fresh("a.b")).isEqualTo("a_b");
        assertThat(identifiers.fresh("a-b")).isEqualTo("a_b_2");
        // Taken by the library and by the standard modules.
        assertThat(identifiers.fresh("Memo")).isEqualTo("Memo_2");
        assertThat(identifiers.fresh("Append")).isEqualTo("Append_2");
    }

    @Test
    void inner_seesWhatIsOutside_andIsNotSeenThere() {
        Identifiers outer = new Identifiers();
        outer.fresh("n");
        assertThat(outer.inner().fresh("n")).isEqualTo("n_2");
        assertThat(outer.inner().fresh("m")).isEqualTo("m");
        assertThat(outer.fresh("m")).isEqualTo("m");
    }
}
