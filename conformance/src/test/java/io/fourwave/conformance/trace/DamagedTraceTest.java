package io.fourwave.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fourwave.runtime.machine.StepRecorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the file: a message with the place, never another exception, never a silent success. */
class DamagedTraceTest {
    @TempDir
    Path directory;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void record() throws IOException {
        file = directory.resolve("t.fwtrace");
        FakeMachine machine = new FakeMachine();
        try (TraceWriter writer = TraceWriter.create(file, FakeMachine.SCHEMA, "test")) {
            StepRecorder recorder = writer.connection("a <-> b");
            for (int i = 0; i < 20; i++) {
                recorder.begin(machine, StepRecorder.ARRIVAL, 0, i);
                recorder.arrival(new FakeMachine.FakeSegment(i, 1, 0));
                machine.snapshot = machine.snapshot.clone();
                machine.snapshot[1] = i;
                recorder.end(machine, 0);
            }
        }
        whole = Files.readAllBytes(file);
    }

    /** Reads to the end; what it throws, or null. */
    private Throwable read(byte[] octets) throws IOException {
        Files.write(file, octets);
        return catchThrowable(() -> {
            try (TraceReader reader = TraceReader.open(file)) {
                while (reader.next() != null) {
                    // only what is thrown matters
                }
            }
        });
    }

    @Test
    void whole_isRead() throws IOException {
        assertThat(read(whole)).isNull();
    }

    @Test
    void everyTruncation_isToldWithItsPlace() throws IOException {
        for (int length = 0; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length)))
                    .as("cut to %d octets", length)
                    .isInstanceOf(TraceException.class)
                    .hasMessageContaining(file.toString());
        }
        assertThat(((TraceException) read(Arrays.copyOf(whole, whole.length - 3))).isTruncation())
                .isTrue();
    }

    /** Every bit of the magic and of the records; of the header, all of whose bits one checksum covers, every seventh. */
    @Test
    void anySingleBit_isNoticed() throws IOException {
        int headerEnd;
        try (TraceReader reader = TraceReader.open(file)) {
            headerEnd = (int) reader.offsetOctets();
        }
        for (int bit = 0; bit < whole.length * 8; bit += bit / 8 < 16 || bit / 8 >= headerEnd ? 1 : 7) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(read(damaged)).as("bit %d", bit).isInstanceOf(TraceException.class);
        }
    }

    @Test
    void damageInARecord_namesRecordAndOctet() throws IOException {
        byte[] damaged = whole.clone();
        damaged[whole.length / 2 + 200] ^= 1;
        assertThat(read(damaged)).hasMessageMatching("(?s).*record \\d+ at octet \\d+ is damaged.*");
    }

    @Test
    void missingFile_isTold() {
        Path missing = directory.resolve("none.fwtrace");
        assertThatThrownBy(() -> TraceReader.open(missing))
                .isInstanceOf(TraceException.class)
                .hasMessage(missing + ": no such file");
    }

    @Test
    void directoryInsteadOfAFile_isTold() {
        assertThatThrownBy(() -> TraceReader.open(directory)).isInstanceOf(TraceException.class);
    }

    @Test
    void emptyFile_isTold() throws IOException {
        assertThat(read(new byte[0])).hasMessageContaining("the file is empty");
    }

    @Test
    void foreignFiles_areToldApart() throws IOException {
        assertThat(read("machine Connection {".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not a step trace");
        assertThat(read(new byte[] {0x0a, 0x0d, 0x0d, 0x0a, 0, 0, 0, 0})).hasMessageContaining("pcapng");
    }

    @Test
    void otherVersion_isTold() throws IOException {
        byte[] other = whole.clone();
        other[9] = 7;
        assertThat(read(other)).hasMessageContaining("version 7");
    }

    @Test
    void somethingAfterTheEnd_isTold() throws IOException {
        assertThat(read(Arrays.copyOf(whole, whole.length + 1))).hasMessageContaining("follows the end record");
    }

    /** A whole record taken out, its neighbours untouched: the end record knows how many there were. */
    @Test
    void removedRecord_isNoticed() throws IOException {
        long from;
        long to;
        try (TraceReader reader = TraceReader.open(file)) {
            reader.next();
            reader.next();
            from = reader.offsetOctets();
            reader.next();
            to = reader.offsetOctets();
        }
        byte[] shorter = new byte[whole.length - (int) (to - from)];
        System.arraycopy(whole, 0, shorter, 0, (int) from);
        System.arraycopy(whole, (int) to, shorter, (int) from, whole.length - (int) to);

        assertThat(read(shorter)).hasMessageContaining("it speaks of 1 connections and 20 steps");
    }
}
