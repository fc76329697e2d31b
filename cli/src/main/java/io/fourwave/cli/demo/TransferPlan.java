package io.fourwave.cli.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a child JVM is to do; goes to it in a file.
 *
 * @param tap the kernel as peer, else a second stack in memory
 * @param files a directory for what is transferred
 * @param lossPercent of the frames, in each direction; likewise those held back
 * @param results where the child leaves its figures
 */
record TransferPlan(
        boolean tap,
        Path files,
        Path trace,
        Path pcapng,
        double lossPercent,
        double reorderPercent,
        long seed,
        Path results) {
    boolean impaired() {
        return lossPercent > 0 || reorderPercent > 0;
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("tap", Boolean.toString(tap));
        properties.setProperty("files", files.toString());
        properties.setProperty("trace", trace.toString());
        properties.setProperty("pcapng", pcapng.toString());
        properties.setProperty("loss", Double.toString(lossPercent));
        properties.setProperty("reorder", Double.toString(reorderPercent));
        properties.setProperty("seed", Long.toString(seed));
        properties.setProperty("results", results.toString());
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    static TransferPlan read(Path file) {
        Properties properties = properties(file);
        return new TransferPlan(
                Boolean.parseBoolean(properties.getProperty("tap")),
                Path.of(properties.getProperty("files")),
                Path.of(properties.getProperty("trace")),
                Path.of(properties.getProperty("pcapng")),
                Double.parseDouble(properties.getProperty("loss")),
                Double.parseDouble(properties.getProperty("reorder")),
                Long.parseLong(properties.getProperty("seed")),
                Path.of(properties.getProperty("results")));
    }

    static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
