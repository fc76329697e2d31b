package io.fourwave.conformance.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.runtime.machine.Octets;
import io.fourwave.runtime.machine.ReceiveStream;
import io.fourwave.runtime.machine.SendStream;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.interpret.ParameterValues;
import io.fourwave.spec.ir.Protocol;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step allocates nothing: counted in bytes over a million steps of two machines that send to each other. */
class NoAllocationTest {
    private static final int OCTETS = 1000;
    private static final int CAPACITY = 1 << 16;
    private static final long STEPS = 1_000_000;
    /** What the JVM itself may allocate on this thread meanwhile; one object per step would be 16 million. */
    private static final long NOISE_BYTES = 256 * 1024;

    @ParameterizedTest
    @CsvSource({"examples/alternating-bit, , ", "tcp, OPEN-PASSIVE, OPEN-ACTIVE"})
    void aMillionSteps_allocateNothing(String spec, String openLeft, String openRight)
            throws ReflectiveOperationException {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count what a thread allocates");
        Exchange exchange = new Exchange(spec);
        exchange.call(exchange.left, openLeft);
        exchange.call(exchange.right, openRight);
        exchange.run(STEPS / 5);
        long octetsBefore = exchange.delivered;
        long before = threads.getCurrentThreadAllocatedBytes();
        exchange.run(STEPS);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).as("bytes allocated by " + STEPS + " steps").isLessThan(NOISE_BYTES);
        assertThat(exchange.delivered - octetsBefore)
                .as("octets delivered meanwhile")
                .isGreaterThan(STEPS);
    }

    /** Two ends; what the left one's user sends, the right one's user takes. */
    private static final class Exchange {
        private final LinkedEnds toRight = new LinkedEnds();
        private final LinkedEnds toLeft = new LinkedEnds();
        private final Machine left;
        private final Machine right;
        private final SendStream outgoing;
        private final ReceiveStream incoming;
        private final Octets data = new Octets().wrap(SavedState.ZEROS, 0, OCTETS);
        private final long[] args = new long[1];
        private final int send;
        private final int receive;
        private final int opportunities;
        private final int timers;
        private long nowNanos;
        private long delivered;
        private long steps;

        Exchange(String spec) throws ReflectiveOperationException {
            Protocol protocol =
                    Compiler.compile(Path.of("..", "spec").resolve(spec)).orThrow();
            Class<?> policies = CompiledProtocol.of(protocol).type("Policies");
            CompiledProtocol compiled = CompiledProtocol.of(
                    protocol,
                    UnaryOperator.identity(),
                    Map.of(ConstantPolicies.NAME, ConstantPolicies.source(policies)));
            Object constant =
                    compiled.type(ConstantPolicies.NAME).getConstructor().newInstance();
            long[] parameters = ParameterValues.ofDefaultProfile(protocol);
            List<Object> leftStreams = compiled.streams(CAPACITY, CAPACITY);
            List<Object> rightStreams = compiled.streams(CAPACITY, CAPACITY);
            left = compiled.machine(parameters, leftStreams, constant, toRight);
            right = compiled.machine(parameters, rightStreams, constant, toLeft);
            toRight.from(left);
            toLeft.from(right);
            outgoing = (SendStream) leftStreams.get(0);
            incoming = (ReceiveStream) rightStreams.get(1);
            send = index(left.schema(), "SEND");
            receive = index(left.schema(), "RECEIVE");
            opportunities = left.schema().opportunities().size();
            timers = left.schema().timers().size();
        }

        private static int index(MachineSchema schema, String call) {
            return schema.calls().stream()
                    .map(MachineSchema.Call::name)
                    .toList()
                    .indexOf(call);
        }

        void call(Machine machine, String name) {
            if (name != null) {
                machine.call(nowNanos, index(machine.schema(), name), new long[0], null);
            }
        }

        void run(long atLeast) {
            long end = steps + atLeast;
            while (steps < end) {
                nowNanos += 1_000_000;
                if (outgoing.free() >= OCTETS) {
                    left.call(nowNanos, send, args, data);
                    steps++;
                }
                offer(left);
                offer(right);
                steps += toRight.deliverTo(right, nowNanos);
                steps += toLeft.deliverTo(left, nowNanos);
                if (incoming.readable() > 0) {
                    args[0] = incoming.readable();
                    delivered += args[0];
                    right.call(nowNanos, receive, args, null);
                    steps++;
                }
            }
        }

        private void offer(Machine machine) {
            for (int i = 0; i < opportunities; i++) {
                steps += machine.opportunity(nowNanos, i) ? 1 : 0;
            }
            for (int i = 0; i < timers; i++) {
                steps += machine.timeout(nowNanos, i) ? 1 : 0;
            }
        }
    }
}
