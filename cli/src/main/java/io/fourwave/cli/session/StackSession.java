package io.fourwave.cli.session;

import io.fourwave.cli.CommandFailure;
import io.fourwave.cli.ExitCode;
import io.fourwave.cli.Output;
import io.fourwave.conformance.pcapng.PacketComments;
import io.fourwave.conformance.pcapng.PcapngFile;
import io.fourwave.conformance.pcapng.TappedLink;
import io.fourwave.conformance.trace.RecorderPair;
import io.fourwave.conformance.trace.TraceWriter;
import io.fourwave.runtime.host.FourwaveStack;
import io.fourwave.runtime.host.TcpConfig;
import io.fourwave.runtime.link.ImpairedLink;
import io.fourwave.runtime.link.Link;
import io.fourwave.runtime.tcp.ConnectionSchema;
import io.fourwave.runtime.time.NanoClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A stack on a link and the files about it, opened and closed together. */
public final class StackSession implements AutoCloseable {
    private final FourwaveStack stack;
    private final ImpairedLink impaired;
    private final TraceWriter trace;
    private final PcapngFile pcapng;
    private boolean closed;

    private StackSession(FourwaveStack stack, ImpairedLink impaired, TraceWriter trace, PcapngFile pcapng) {
        this.stack = stack;
        this.impaired = impaired;
        this.trace = trace;
        this.pcapng = pcapng;
    }

    /**
     * Starts. The session owns the device from now on, also when it cannot start.
     *
     * @param application name and version, for the files
     * @throws CommandFailure when a file cannot be created
     */
    public static StackSession start(Link device, SessionConfig config, String application) {
        TraceWriter trace = null;
        PcapngFile pcapng = null;
        try {
            if (config.trace().isPresent()) {
                trace = create(
                        config.trace().get(), path -> TraceWriter.create(path, ConnectionSchema.SCHEMA, application));
            }
            if (config.pcapng().isPresent()) {
                String description = "as " + config.address().address() + " sees it";
                pcapng = create(
                        config.pcapng().get(),
                        path -> PcapngFile.create(path, application, device.name(), description, config.snapOctets()));
            }
            ImpairedLink impaired = config.impaired()
                    ? new ImpairedLink(device, NanoClock.system(), config.inward(), config.outward())
                    : null;
            FourwaveStack stack = start(impaired == null ? device : impaired, config, trace, pcapng);
            return new StackSession(stack, impaired, trace, pcapng);
        } catch (RuntimeException failure) {
            closeQuietly(trace);
            closeQuietly(pcapng);
            device.close();
            throw failure;
        }
    }

    private static FourwaveStack start(Link wire, SessionConfig config, TraceWriter trace, PcapngFile pcapng) {
        Link link = wire;
        PacketComments comments = null;
        if (pcapng != null) {
            Instant now = Instant.now();
            long epochNanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            comments = new PacketComments(pcapng, NanoClock.system(), epochNanos);
            link = new TappedLink(link, comments);
        }
        PacketComments packets = comments;
        TcpConfig tcp = TcpConfig.of(config.parameters())
                .withRecorders(
                        (machine, label) -> RecorderPair.of(trace == null ? null : trace.connection(label), packets));
        return FourwaveStack.start(link, config.address(), tcp);
    }

    @FunctionalInterface
    private interface Creator<T> {
        T create(Path path) throws IOException;
    }

    private static <T> T create(Path path, Creator<T> creator) {
        try {
            return creator.create(path);
        } catch (IOException e) {
            throw Output.cannotWrite(path, e);
        }
    }

    private static void closeQuietly(AutoCloseable file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (Exception e) {
            // what made us close is told instead
        }
    }

    public FourwaveStack stack() {
        return stack;
    }

    /** All counters of the stack, and what was done to frames on purpose ({@code inward.…}, {@code outward.…}); any thread. */
    public Map<String, Long> statistics() {
        Map<String, Long> all = new LinkedHashMap<>(stack.statistics());
        if (impaired != null) {
            impaired.inwardCounters().snapshot().forEach((name, value) -> all.put("inward." + name, value));
            impaired.outwardCounters().snapshot().forEach((name, value) -> all.put("outward." + name, value));
        }
        return all;
    }

    /** Steps recorded, if there is a trace. */
    public Optional<Long> recordedSteps() {
        return Optional.ofNullable(trace).map(TraceWriter::steps);
    }

    /** Packets captured, if there is a capture. */
    public Optional<Long> capturedPackets() {
        return Optional.ofNullable(pcapng).map(PcapngFile::packets);
    }

    /** As {@link #finish}. */
    @Override
    public void close() {
        finish();
    }

    /**
     * Ends the stack, resetting what connections there are, and completes the files; idempotent.
     *
     * @throws CommandFailure when a file could not be written whole
     */
    public void finish() {
        if (closed) {
            return;
        }
        closed = true;
        stack.close();
        IOException failure = close(trace, null);
        failure = close(pcapng, failure);
        if (failure != null) {
            throw new CommandFailure(
                    ExitCode.INPUT, "the recording is not whole: " + failure.getMessage(), "is the disk full?");
        }
    }

    private static IOException close(AutoCloseable file, IOException before) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            return before == null ? e : before;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return before;
    }
}
