package io.fourwave.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fourwave.conformance.lab.GeneratedProtocol;
import io.fourwave.conformance.lab.RandomWalk;
import io.fourwave.conformance.lab.TraceRewriter;
import io.fourwave.conformance.trace.TraceException;
import io.fourwave.conformance.trace.TraceReader;
import io.fourwave.conformance.trace.TraceRecord;
import io.fourwave.conformance.trace.TraceWriter;
import io.fourwave.conformance.trace.TracedEffect;
import io.fourwave.runtime.machine.Machine;
import io.fourwave.spec.Compilation;
import io.fourwave.spec.Compiler;
import io.fourwave.spec.ir.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alternating-bit protocol, generated, driven at random, recorded, replayed; and everything that must not pass. */
class ReplayTest {
    private static final Path SPEC = Path.of("../spec/examples/alternating-bit");
    private static final int EVENTS = 20_000;
    private static Compilation compilation;
    private static Protocol protocol;

    @TempDir
    Path directory;

    private Path trace;
    private final long seed = new Random().nextLong();

    @TempDir
    static Path unchangedClasses;

    private static GeneratedProtocol unchanged;

    @BeforeAll
    static void compile() throws IOException {
        compilation = Compiler.compile(SPEC);
        protocol = compilation.orThrow();
        unchanged = GeneratedProtocol.compile(protocol, unchangedClasses);
    }

    @AfterAll
    static void close() throws IOException {
        unchanged.close();
    }

    @BeforeEach
    void files() {
        trace = directory.resolve("walk.fwtrace");
    }

    private void record(GeneratedProtocol.Edit... edits) throws IOException {
        if (edits.length == 0) {
            walk(unchanged);
            return;
        }
        Path classes = Files.createDirectories(directory.resolve("classes"));
        try (GeneratedProtocol generated = GeneratedProtocol.compile(protocol, classes, edits)) {
            walk(generated);
        }
    }

    private void walk(GeneratedProtocol generated) throws IOException {
        RandomWalk walk = new RandomWalk(generated, seed, 1000);
        Machine first = walk.machines().get(0);
        try (TraceWriter writer = TraceWriter.create(trace, first.schema(), "test")) {
            for (Machine machine : walk.machines()) {
                machine.recordTo(writer.connection(machine == first ? "a -> b" : "b -> a"));
            }
            walk.go(EVENTS);
        }
    }

    private ReplayReport replay(Path file) {
        try (TraceReader reader = TraceReader.open(file)) {
            return new Replayer(protocol, io.fourwave.codegen.Fingerprint.of(protocol)).replay(reader);
        }
    }

    /** Rewrites the first step that fits; replays what comes of it. */
    private Mismatch tampered(Predicate<TraceRecord.Step> which, UnaryOperator<TraceRecord.Step> edit)
            throws IOException {
        Path other = directory.resolve("tampered.fwtrace");
        AtomicLong edited = new AtomicLong();
        AtomicLong ordinal = new AtomicLong();
        TraceRewriter.rewrite(trace, other, step -> {
            ordinal.incrementAndGet();
            // Not the very first ones: so that something conforms before.
            if (ordinal.get() > 50 && edited.get() == 0 && which.test(step)) {
                edited.set(ordinal.get());
                return edit.apply(step);
            }
            return step;
        });
        assertThat(edited.get()).as("no step fits, seed %d", seed).isPositive();
        ReplayReport report = replay(other);
        assertThat(report.conforms()).as("seed %d", seed).isFalse();
        return report.mismatch();
    }

    private static TraceRecord.Step with(
            TraceRecord.Step step, long[] choiceValues, TracedEffect[] effects, int rule, int result, long[] post) {
        return new TraceRecord.Step(
                step.position(),
                step.connection(),
                step.nowNanos(),
                step.eventKind(),
                step.event(),
                step.values(),
                step.choices(),
                choiceValues,
                effects,
                rule,
                result,
                step.preDigest(),
                post);
    }

    @Test
    void cleanWalk_conformsAndCoversTheMachine() throws IOException {
        record();

        ReplayReport report = replay(trace);

        assertThat(report.firstMismatch()).as("seed %d", seed).isEmpty();
        assertThat(report.connections()).isEqualTo(2);
        assertThat(report.steps()).isGreaterThan(EVENTS / 4);
        assertThat(report.coverage().ruleCounts().keySet())
                .as("seed %d", seed)
                .contains(
                        "alive.SEND",
                        "IDLE.TRANSMIT",
                        "alive.block",
                        "alive.acknowledgement",
                        "WAITING.timeout-RESEND");
        assertThat(report.coverage().transitions())
                .containsKeys(new Coverage.Transition("IDLE", "WAITING"), new Coverage.Transition("WAITING", "IDLE"));
    }

    @Test
    void rewrittenWithoutAnEdit_stillConforms() throws IOException {
        record();
        Path other = directory.resolve("same.fwtrace");
        TraceRewriter.rewrite(trace, other, step -> step);
        assertThat(replay(other).conforms()).as("seed %d", seed).isTrue();
        assertThat(Files.size(other)).isCloseTo(Files.size(trace), org.assertj.core.data.Offset.offset(100L));
    }

    @Test
    void removedStep_breaksTheChain() throws IOException {
        record();
        // One that changes the state, as each with a choice does. One that does not is missed by the end record's count
        // only.
        Mismatch mismatch = tampered(step -> step.choices().length == 1, step -> null);
        assertThat(mismatch.kind()).isEqualTo(Mismatch.Kind.CHAIN);
    }

    @Test
    void changedChoice_isNoticed() throws IOException {
        record();
        Mismatch mismatch = tampered(
                step -> step.choices().length == 1 && step.choiceValues()[0] > 1,
                step -> with(
                        step,
                        new long[] {step.choiceValues()[0] - 1},
                        step.effects(),
                        step.rule(),
                        step.result(),
                        step.post()));
        assertThat(mismatch.kind()).isEqualTo(Mismatch.Kind.EFFECTS);
        assertThat(mismatch.rule()).isEqualTo("IDLE.TRANSMIT");
        assertThat(mismatch.place()).isNotNull();
    }

    @Test
    void choiceOutsideItsRange_isNoticed() throws IOException {
        record();
        Mismatch mismatch = tampered(
                step -> step.choices().length == 1,
                step -> with(step, new long[] {100_000}, step.effects(), step.rule(), step.result(), step.post()));
        assertThat(mismatch.kind()).isEqualTo(Mismatch.Kind.EVENT);
    }

    @Test
    void effectLeftOut_isNoticed() throws IOException {
        record();
        Mismatch mismatch = tampered(
                step -> step.effects().length > 0,
                step -> with(step, step.choiceValues(), new TracedEffect[0], step.rule(), step.result(), step.post()));
        assertThat(mismatch.kind()).isEqualTo(Mismatch.Kind.EFFECTS);
    }

    @Test
    void effectByAnotherRule_isNoticed() throws IOException {
        record();
        Mismatch mismatch = tampered(step -> step.effects().length > 0, step -> {
            TracedEffect.Sent sent = (TracedEffect.Sent) step.effects()[0];
            TracedEffect[] other = {new TracedEffect.Sent(sent.rule() == 0 ? 1 : 0, sent.fields())};
            return with(step, step.choiceValues(), other, step.rule(), step.result(), step.post());
        });
        assertThat(mismatch.kind()).isEqualTo(Mismatch.Kind.EFFECTS);
    }

    @Test
    void runtimeFieldOfASegment_isComparedToo() throws IOException {
        record();
        int repeats = 3;
        Mismatch mismatch = tampered(step -> step.effects().length > 0, step -> {
            TracedEffect.Sent sent = (TracedEffect.Sent) step.effects()[0];
            long[] fields = sent.fields().clone();
            fields[repeats]++;
            TracedEffect[] other = {new TracedEffect.Sent(sent.rule(), fields)};
            return with(step, step.choiceValues(), other, step.rule(), step.result(), step.post());
        });
        assertThat(mismatch.kind()).isEqualTo(Mismatch.Kind.EFFECTS);
    }

    @Test
    void changedPostState_isNoticedInThatStepAndShown() throws IOException {
        record();
        Mismatch mismatch = tampered(step -> step.rule() >= 0, step -> {
            long[] post = step.post().clone();
            post[2] = 1 - post[2];
            return with(step, step.choiceValues(), step.effects(), step.rule(), step.result(), post);
        });
        assertThat(mismatch.kind()).isEqualTo(Mismatch.Kind.STATE);
        assertThat(mismatch.details()).extracting(Mismatch.Detail::name).containsExactly("EXPECTED");
    }

    @Test
    void changedResult_isNoticed() throws IOException {
        record();
        Mismatch mismatch = tampered(
                step -> step.result() > 0,
                step -> with(step, step.choiceValues(), step.effects(), step.rule(), 0, step.post()));
        assertThat(mismatch.kind()).isEqualTo(Mismatch.Kind.RESULT);
    }

    @Test
    void otherRule_isNoticed() throws IOException {
        record();
        Mismatch mismatch = tampered(
                step -> step.effects().length == 0 && step.rule() > 0,
                step -> with(step, step.choiceValues(), step.effects(), step.rule() - 1, step.result(), step.post()));
        assertThat(mismatch.kind()).isEqualTo(Mismatch.Kind.RULE);
    }

    @Test
    void mutatedClass_comparisonInverted_isCaughtAtItsRule() throws IOException {
        record(new GeneratedProtocol.Edit("End", "if (seg.bit == expected) {", "if (seg.bit != expected) {"));

        ReplayReport report = replay(trace);

        assertThat(report.conforms()).as("seed %d", seed).isFalse();
        assertThat(report.mismatch().rule()).isEqualTo("alive.block");
        List<String> lines;
        try (TraceReader reader = TraceReader.open(trace)) {
            lines = new MismatchText(
                            protocol,
                            name -> compilation
                                    .sources()
                                    .file(name)
                                    .orElseThrow()
                                    .text()
                                    .lines()
                                    .toList())
                    .lines(report.mismatch(), reader.header());
        }
        assertThat(String.join("\n", lines))
                .contains("does not conform: the state after the step differs")
                .contains("--> alternating-bit/machine.wave:72:")
                .contains("first \"block\" {")
                .contains("EXPECTED")
                .contains("as recorded:")
                .contains("by the specification:");
    }

    @Test
    void mutatedClass_assignmentLost_isCaught() throws IOException {
        record(new GeneratedProtocol.Edit("End", "expected = other(expected);", ""));
        assertThat(replay(trace).firstMismatch()).as("seed %d", seed).isPresent();
    }

    @Test
    void mutatedClass_timerNotCancelled_isCaught() throws IOException {
        record(new GeneratedProtocol.Edit(
                "End", "sendBit = other(sendBit);\n                    cancelResend();", "sendBit = other(sendBit);"));
        ReplayReport report = replay(trace);
        assertThat(report.conforms()).as("seed %d", seed).isFalse();
        assertThat(report.mismatch().rule()).isEqualTo("alive.acknowledgement");
        assertThat(report.mismatch().details())
                .extracting(Mismatch.Detail::name)
                .contains("RESEND");
    }

    @Test
    void otherVersionOfTheSpecification_isRefused() throws IOException {
        record();
        try (TraceReader reader = TraceReader.open(trace)) {
            assertThatThrownBy(() -> new Replayer(protocol, "0".repeat(64)).replay(reader))
                    .isInstanceOf(TraceException.class)
                    .hasMessageContaining("another version of the specification");
        }
    }

    @Test
    void cutFile_isReplayedAsFarAsItGoesWhenAskedTo() throws IOException {
        record();
        byte[] whole = Files.readAllBytes(trace);
        Files.write(trace, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> replay(trace))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("the file ends");
        try (TraceReader reader = TraceReader.open(trace)) {
            ReplayReport report = new Replayer(protocol, io.fourwave.codegen.Fingerprint.of(protocol))
                    .partial(true)
                    .replay(reader);
            assertThat(report.conforms()).isTrue();
            assertThat(report.steps()).isPositive();
            assertThat(report.truncation()).isNotNull();
        }
    }
}
