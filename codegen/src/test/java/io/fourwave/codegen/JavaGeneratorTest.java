package io.fourwave.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaGeneratorTest {
    private static List<GeneratedFile> generate(Protocol protocol) {
        return new JavaGenerator(protocol, "p", null).generate();
    }

    private static String file(List<GeneratedFile> files, String className) {
        return files.stream()
                .filter(file -> file.className().equals(className))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void sameSources_giveTheSameText() {
        assertThat(generate(Specs.load(Specs.PARCEL))).isEqualTo(generate(Specs.load(Specs.PARCEL)));
        Protocol tcp = Specs.load(Specs.TCP);
        assertThat(generate(tcp)).isEqualTo(generate(tcp));
        assertThat(generate(tcp)).isEqualTo(generate(Specs.load(Specs.TCP)));
    }

    @Test
    void smallestProtocol_compiles(@TempDir Path temp) throws IOException {
        List<GeneratedFile> files = generate(Specs.text(Specs.SMALLEST));
        new OutputFolder(temp.resolve("sources")).update(files);
        assertThat(Javac.compile(temp.resolve("sources"), temp.resolve("classes")))
                .isEmpty();
        assertThat(files).extracting(GeneratedFile::className).doesNotContain("Timer", "Notice", "CallError");
    }

    @Test
    void fingerprint_followsTheMachineAndNotTheWorld() {
        String world = "\nenvironment two { peers A, B channel { loss at most 1 } }\n";
        String small = Fingerprint.of(Specs.text(Specs.SMALLEST));
        assertThat(Fingerprint.of(Specs.text(Specs.SMALLEST + world))).isEqualTo(small);
        assertThat(Fingerprint.of(Specs.text(Specs.SMALLEST.replace("then SEG.NR", "then SEG.NR + 1"))))
                .isNotEqualTo(small)
                .hasSize(64);
    }

    @Test
    void ghostData_areNotInTheJava() {
        for (GeneratedFile file : generate(Specs.load(Specs.PARCEL))) {
            assertThat(file.text())
                    .as(file.className())
                    .doesNotContainIgnoringCase("copies")
                    .doesNotContain("copy;");
        }
    }

    @Test
    void defaultProfile_isTheFirstUnlessNamed() {
        Protocol parcel = Specs.load(Specs.PARCEL);
        assertThat(file(generate(parcel), "Parameters")).contains("/** The default profile, quick. */");
        assertThat(file(new JavaGenerator(parcel, "p", "slow").generate(), "Parameters"))
                .contains("/** The default profile, slow. */");
        assertThatThrownBy(() -> new JavaGenerator(parcel, "p", "fast"))
                .hasMessage("no profile `fast`; there are: quick, slow");
    }

    @Test
    void rulesAndPlaces_areInTheJava() {
        String machine = file(generate(Specs.load(Specs.TCP)), "Connection");
        Specs.load(Specs.TCP)
                .machine()
                .handlers()
                .forEach(handler -> handler.checks().stream()
                        .filter(check -> check.ordinal() > 0)
                        .forEach(check -> assertThat(machine)
                                .contains("/** " + check.rule() + ": ")
                                .contains(check.place().file() + ":"
                                        + check.place().line() + " */")));
    }

    @Test
    void callWithOctetsTwice_isRefused() {
        String text = Specs.SMALLEST.replace(
                "machine Small {",
                "call BOTH(one : octets, two : octets)\nmachine Small {\n  on BOTH in ONE { return ok }");
        assertThatThrownBy(() -> generate(Specs.text(text))).hasMessage("the call BOTH takes octets twice");
    }

    @Test
    void moreFlagsThanAnIntHasBits_areRefused() {
        StringBuilder members = new StringBuilder("F0");
        for (int i = 1; i < 32; i++) {
            members.append(", F").append(i);
        }
        String text =
                Specs.SMALLEST.replace("segment {", "flags Many { " + members + " }\nsegment { MANY : flags Many");
        assertThatThrownBy(() -> generate(Specs.text(text))).hasMessage("flags Many has 32 members, more than 31");
    }
}
