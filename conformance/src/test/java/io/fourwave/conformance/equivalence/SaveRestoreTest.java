package io.fourwave.conformance.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.runtime.machine.Effects;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MessageRecord;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.StateSink;
import io.fourwave.runtime.machine.StateSource;
import io.fourwave.runtime.wire.OctetSource;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.interpret.ParameterValues;
import io.fourwave.spec.ir.Protocol;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A generated machine written out as plain values, octets included, and read back. */
class SaveRestoreTest {
    private static final int SEND = 0;
    private static final int TRANSMIT = 0;
    private static Protocol protocol;
    private static CompiledProtocol compiled;

    private final List<String> sentTexts = new ArrayList<>();

    @BeforeAll
    static void compile() throws ClassNotFoundException {
        protocol = Compiler.compile(Path.of("..", "spec", "examples", "alternating-bit"))
                .orThrow();
        String policies = ConstantPolicies.source(CompiledProtocol.of(protocol).type("Policies"));
        compiled = CompiledProtocol.of(protocol, UnaryOperator.identity(), Map.of(ConstantPolicies.NAME, policies));
    }

    private Machine machine() throws ReflectiveOperationException {
        Object policies = compiled.type(ConstantPolicies.NAME).getConstructor().newInstance();
        long[] parameters = ParameterValues.ofDefaultProfile(protocol);
        return compiled.machine(parameters, compiled.streams(100, 100), policies, new SentTexts());
    }

    private static void send(Machine machine, String text) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        machine.call(0, SEND, new long[1], new Octets().wrap(new Saved.Bytes(octets), 0, octets.length));
    }

    @Test
    void restoredMachine_isTheSame_andSendsTheSameOctets() throws ReflectiveOperationException {
        Machine first = machine();
        send(first, "parcel");
        Saved saved = new Saved();
        first.save(saved);
        Machine second = machine();
        second.restore(saved);
        assertThat(second.snapshot()).isEqualTo(first.snapshot());
        Saved again = new Saved();
        second.save(again);
        assertThat(again.texts()).isEqualTo(saved.texts());
        assertThat(second.opportunity(1, TRANSMIT)).isTrue();
        assertThat(sentTexts).containsExactly("parcel");
    }

    @Test
    void runningTimer_isRestoredWithItsDeadline() throws ReflectiveOperationException {
        Machine first = machine();
        send(first, "parcel");
        first.opportunity(5, TRANSMIT);
        Saved saved = new Saved();
        first.save(saved);
        Machine second = machine();
        second.restore(saved);
        assertThat(second.deadlineNanos(0)).isEqualTo(first.deadlineNanos(0)).isPositive();
        assertThat(second.timeout(second.deadlineNanos(0) - 1, 0)).isFalse();
        assertThat(second.timeout(second.deadlineNanos(0), 0)).isTrue();
        assertThat(sentTexts).containsExactly("parcel", "parcel");
    }

    @Test
    void valueThatIsNoState_isRefused_andLeavesANewTcb() throws ReflectiveOperationException {
        Machine machine = machine();
        long[] fresh = machine.snapshot();
        send(machine, "parcel");
        SavedState damaged = new SavedState();
        damaged.value(77);
        assertThatThrownBy(() -> machine.restore(damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no State has number 77");
        assertThat(machine.snapshot()).isEqualTo(fresh);
    }

    /** Keeps copies, as a file would. */
    private static final class Saved implements StateSink, StateSource {
        record Bytes(byte[] bytes) implements OctetSource {
            @Override
            public byte get(int offset) {
                return bytes[offset];
            }

            @Override
            public void copyTo(int offset, byte[] target, int targetOffset, int length) {
                System.arraycopy(bytes, offset, target, targetOffset, length);
            }

            @Override
            public void copyTo(int offset, ByteBuffer target, int targetOffset, int length) {
                target.put(targetOffset, bytes, offset, length);
            }
        }

        private final List<Object> items = new ArrayList<>();
        private int at;

        List<String> texts() {
            return items.stream()
                    .map(item -> item instanceof byte[] octets
                            ? new String(octets, StandardCharsets.US_ASCII)
                            : item.toString())
                    .toList();
        }

        @Override
        public void value(long value) {
            items.add(value);
        }

        @Override
        public void octets(OctetSource source, int offset, int length) {
            byte[] copy = new byte[length];
            if (length > 0) {
                source.copyTo(offset, copy, 0, length);
            }
            items.add(copy);
        }

        @Override
        public long value() {
            return (Long) items.get(at++);
        }

        @Override
        public Octets octets() {
            byte[] octets = (byte[]) items.get(at++);
            return new Octets().wrap(new Bytes(octets), 0, octets.length);
        }
    }

    /** Notes the octets of each segment sent. */
    private final class SentTexts implements Effects {
        @Override
        public void send(Machine machine, MessageRecord segment) {
            int text = machine.schema().fields().stream()
                    .map(field -> field.name())
                    .toList()
                    .indexOf("TEXT");
            byte[] octets = new byte[segment.octets(text).length()];
            segment.octets(text).copyTo(octets, 0);
            sentTexts.add(new String(octets, StandardCharsets.US_ASCII));
        }

        @Override
        public void notify(Machine machine, int notice) {}

        @Override
        public void timerSet(Machine machine, int timer, long deadlineNanos) {}

        @Override
        public void timerCancelled(Machine machine, int timer) {}

        @Override
        public void stateChanged(Machine machine, int from, int to) {}
    }
}
