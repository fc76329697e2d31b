package io.fourwave.conformance.replay;

import io.fourwave.conformance.trace.Digest;
import io.fourwave.conformance.trace.TraceException;
import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.conformance.trace.TraceRecord;
import io.fourwave.runtime.machine.MachineSchema;
import io.fourwave.spec.interpret.ChoiceMade;
import io.fourwave.spec.interpret.ChoiceSource;
import io.fourwave.spec.interpret.Describer;
import io.fourwave.spec.interpret.Interpreter;
import io.fourwave.spec.interpret.MachineState;
import io.fourwave.spec.interpret.ScriptedChoices;
import io.fourwave.spec.interpret.SpecViolation;
import io.fourwave.spec.interpret.StepResult;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replays a trace on the interpreter, until the first step that differs. */
public final class Replayer {
    private static final int STEPS_PER_REPORT = 8192;

    private final Protocol protocol;
    private final String fingerprint;
    private final RulePlaces places;
    private final Describer describer;
    private boolean partial;
    private ReplayProgress progress = (steps, octets, of) -> {};

    /** @param fingerprint of the protocol's IR, as generated classes carry it */
    public Replayer(Protocol protocol, String fingerprint) {
        this.protocol = protocol;
        this.fingerprint = fingerprint;
        places = new RulePlaces(protocol);
        describer = new Describer(protocol);
    }

    /** Takes a file that ends too early for as long as it is. */
    public Replayer partial(boolean accept) {
        partial = accept;
        return this;
    }

    /** Is told from time to time how far it is. */
    public Replayer progress(ReplayProgress listener) {
        progress = listener;
        return this;
    }

    /**
     * Replays all that is left of the trace.
     *
     * @throws TraceException when the file is damaged, or of another specification
     */
    public ReplayReport replay(TraceReader trace) {
        SchemaMatch.require(trace.header(), protocol, fingerprint, trace.path().toString());
        return new Run(trace).toEnd();
    }

    /** One replay under way. */
    private final class Run {
        private final TraceReader trace;
        private final StepEvents events;
        private final StepComparison comparison;
        private final Coverage coverage = new Coverage(protocol);
        private final Map<List<Object>, Interpreter> interpreters = new HashMap<>();
        private final Map<Integer, Live> connections = new HashMap<>();
        private final long began = System.nanoTime();
        private long steps;
        private Mismatch mismatch;
        private TraceException truncation;

        Run(TraceReader trace) {
            this.trace = trace;
            MachineSchema schema = trace.header().schema();
            events = new StepEvents(schema);
            comparison = new StepComparison(schema, describer);
        }

        ReplayReport toEnd() {
            TraceRecord record = next();
            while (record != null) {
                if (record instanceof TraceRecord.Connection connection) {
                    connections.put(connection.id(), new Live(connection));
                } else {
                    step((TraceRecord.Step) record);
                }
                if (mismatch != null) {
                    break;
                }
                record = next();
            }
            progress.at(steps, trace.offsetOctets(), trace.sizeOctets());
            long nanos = System.nanoTime() - began;
            return new ReplayReport(steps, connections.size(), coverage, nanos, mismatch, truncation);
        }

        private TraceRecord next() {
            try {
                return trace.next();
            } catch (TraceException e) {
                if (partial && e.isTruncation()) {
                    truncation = e;
                    return null;
                }
                throw e;
            }
        }

        private Interpreter interpreter(TraceRecord.Connection connection) {
            List<Object> key = List.of(
                    Arrays.stream(connection.parameterValues()).boxed().toList(),
                    Arrays.stream(connection.streamCapacities()).boxed().toList());
            return interpreters.computeIfAbsent(
                    key, k -> new Interpreter(protocol, connection.parameterValues(), connection.streamCapacities()));
        }

        private void step(TraceRecord.Step step) {
            steps++;
            if (steps % STEPS_PER_REPORT == 0) {
                progress.at(steps, trace.offsetOctets(), trace.sizeOctets());
            }
            Live live = connections.get(step.connection().id());
            if (live.state == null && !begin(live, step)) {
                return;
            }
            if (Digest.of(live.snapshot) != step.preDigest()) {
                differ(step, Mismatch.Kind.CHAIN, "", List.of(), null);
                return;
            }
            if (step.nowNanos() < live.nowNanos) {
                Mismatch.Detail detail =
                        new Mismatch.Detail("time", step.nowNanos() + " ns", "not before " + live.nowNanos + " ns");
                differ(step, Mismatch.Kind.TIME, "", List.of(detail), null);
                return;
            }
            make(live, step);
        }

        /** The interpreter for the connection, in the state it begins in. */
        private boolean begin(Live live, TraceRecord.Step step) {
            try {
                live.interpreter = interpreter(live.connection);
                live.state = live.interpreter.fromSnapshot(live.connection.snapshot(), live.connection.runtimeValues());
                live.snapshot = live.connection.snapshot();
                coverage.initial(live.state.state());
                return true;
            } catch (IllegalArgumentException e) {
                Mismatch.Detail detail = new Mismatch.Detail("initial state", e.getMessage(), "-");
                differ(step, Mismatch.Kind.INITIAL, "", List.of(detail), null);
                return false;
            }
        }

        private void make(Live live, TraceRecord.Step step) {
            List<ChoiceMade> recorded = events.choices(step);
            ScriptedChoices script = ChoiceSource.scripted(recorded);
            StepResult result;
            try {
                result = live.interpreter.step(live.state, events.event(step), step.nowNanos(), script);
            } catch (SpecViolation | IllegalArgumentException e) {
                String rule = e instanceof SpecViolation violation ? violation.rule() : "";
                differ(
                        step,
                        Mismatch.Kind.EVENT,
                        rule,
                        List.of(new Mismatch.Detail("step", "-", e.getMessage())),
                        null);
                return;
            } catch (IllegalStateException e) {
                Mismatch.Detail detail = new Mismatch.Detail("choices", recorded.toString(), e.getMessage());
                differ(step, Mismatch.Kind.CHOICES, "", List.of(detail), null);
                return;
            }
            long[] post = result.post().snapshot();
            if (!script.unused().isEmpty()) {
                Mismatch.Detail detail = new Mismatch.Detail(
                        "choices", recorded.toString(), result.choices().toString());
                differ(step, Mismatch.Kind.CHOICES, result.rule(), List.of(detail), post);
                return;
            }
            StepComparison.Finding finding = comparison.compare(step, result, post);
            if (finding != null) {
                differ(step, finding.kind(), result.rule(), finding.details(), post);
                return;
            }
            coverage.step(live.state.state(), result);
            live.state = result.post();
            live.snapshot = post;
            live.nowNanos = step.nowNanos();
        }

        private void differ(
                TraceRecord.Step step,
                Mismatch.Kind kind,
                String rule,
                List<Mismatch.Detail> details,
                long[] specifiedPost) {
            String named = rule;
            if (named.isEmpty() && step.rule() >= 0) {
                named = trace.header().schema().ruleName(step.rule());
            }
            Place place = places.of(named);
            mismatch =
                    new Mismatch(step, steps, kind, named, place, details, step.post(), specifiedPost, step.nowNanos());
        }
    }

    /** One connection between two steps. */
    private static final class Live {
        private final TraceRecord.Connection connection;
        private Interpreter interpreter;
        private MachineState state;
        private long[] snapshot;
        private long nowNanos = Long.MIN_VALUE;

        Live(TraceRecord.Connection connection) {
            this.connection = connection;
        }
    }
}
