package io.fourwave.runtime.host;

import io.fourwave.runtime.machine.Machine;
import io.fourwave.runtime.machine.StepRecorder;
import io.fourwave.runtime.policy.InitialWindow;
import io.fourwave.runtime.tcp.Parameters;
import java.util.OptionalLong;

/**
 * How a TCP host works.
 *
 * @param parameters of every connection, before its own options; the segment size is fitted to the link
 * @param sendBufferOctets capacity of a send stream unless its options say otherwise
 * @param receiveBufferOctets capacity of a receive stream likewise: the largest window offered
 * @param maxConnections beyond this nothing is opened and SYNs are dropped
 * @param memoryOctets what all streams together may hold before data are dropped
 * @param initialWindow before the first acknowledgment
 * @param seed of secrets and ports, for runs that must repeat; empty for real ones
 * @param recorders records the steps of connections
 */
public record TcpConfig(
        Parameters parameters,
        int sendBufferOctets,
        int receiveBufferOctets,
        int maxConnections,
        long memoryOctets,
        InitialWindow initialWindow,
        OptionalLong seed,
        Recorders recorders) {

    /** Gives each connection its recorder. */
    @FunctionalInterface
    public interface Recorders {
        /**
         * Called on the loop's thread before the first step of a connection.
         *
         * @param label our address and the peer's: {@code 10.0.0.2:80 10.0.0.1:40112}; of the machine that answers for connections that do not exist
         *     {@code *:* *:*}
         * @return null for none
         */
        StepRecorder of(Machine machine, String label);
    }

    /** Real parameters: 1 MiB for each direction of a connection, 65536 connections, a quarter of the JVM's memory. */
    public static TcpConfig of(Parameters parameters) {
        return new TcpConfig(
                parameters,
                1 << 20,
                1 << 20,
                1 << 16,
                Runtime.getRuntime().maxMemory() / 4,
                InitialWindow.RFC6928,
                OptionalLong.empty(),
                (machine, label) -> null);
    }

    public TcpConfig withParameters(Parameters other) {
        return new TcpConfig(
                other,
                sendBufferOctets,
                receiveBufferOctets,
                maxConnections,
                memoryOctets,
                initialWindow,
                seed,
                recorders);
    }

    public TcpConfig withBuffers(int sendOctets, int receiveOctets) {
        return new TcpConfig(
                parameters, sendOctets, receiveOctets, maxConnections, memoryOctets, initialWindow, seed, recorders);
    }

    public TcpConfig withMaxConnections(int count) {
        return new TcpConfig(
                parameters, sendBufferOctets, receiveBufferOctets, count, memoryOctets, initialWindow, seed, recorders);
    }

    public TcpConfig withMemoryOctets(long octets) {
        return new TcpConfig(
                parameters,
                sendBufferOctets,
                receiveBufferOctets,
                maxConnections,
                octets,
                initialWindow,
                seed,
                recorders);
    }

    public TcpConfig withInitialWindow(InitialWindow window) {
        return new TcpConfig(
                parameters,
                sendBufferOctets,
                receiveBufferOctets,
                maxConnections,
                memoryOctets,
                window,
                seed,
                recorders);
    }

    public TcpConfig withSeed(long value) {
        return new TcpConfig(
                parameters,
                sendBufferOctets,
                receiveBufferOctets,
                maxConnections,
                memoryOctets,
                initialWindow,
                OptionalLong.of(value),
                recorders);
    }

    public TcpConfig withRecorders(Recorders other) {
        return new TcpConfig(
                parameters,
                sendBufferOctets,
                receiveBufferOctets,
                maxConnections,
                memoryOctets,
                initialWindow,
                seed,
                other);
    }
}
