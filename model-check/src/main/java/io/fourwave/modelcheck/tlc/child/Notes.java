package io.fourwave.modelcheck.tlc.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What TLC's own checkpoint does not hold: the figures at that moment, and what our overrides had noted and counted. Written while
 * no worker runs, so that they are of exactly the states the checkpoint holds.
 *
 * @param seconds of all runs so far
 * @param page states in a page of TLC's queue
 * @param reached conditions noted, with the depth at which first
 * @param counts of states and steps, by what was counted
 */
public record Notes(
        long generated,
        long distinct,
        long queue,
        int depth,
        double seconds,
        int page,
        Map<String, Integer> reached,
        Map<String, Long> counts) {

    public static final String FILE = "fourwave.notes";

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("figures " + generated + " " + distinct + " " + queue + " " + depth + " " + seconds + " " + page);
        reached.forEach((name, level) -> lines.add("reached " + level + " " + name));
        counts.forEach((name, count) -> lines.add("counted " + count + " " + name));
        lines.add("end");
        Files.write(file, lines);
    }

    /** @throws IOException also when the file is not whole */
    public static Notes read(Path file) throws IOException {
        long[] figures = new long[3];
        int depth = 0;
        double seconds = 0;
        int page = 0;
        boolean whole = false;
        Map<String, Integer> reached = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ", 3);
            switch (parts[0]) {
                case "figures" -> {
                    String[] words = line.split(" ");
                    for (int i = 0; i < figures.length; i++) {
                        figures[i] = Long.parseLong(words[i + 1]);
                    }
                    depth = Integer.parseInt(words[4]);
                    seconds = Double.parseDouble(words[5]);
                    page = Integer.parseInt(words[6]);
                }
                case "reached" -> reached.put(parts[2], Integer.parseInt(parts[1]));
                case "counted" -> counts.put(parts[2], Long.parseLong(parts[1]));
                case "end" -> whole = true;
                default -> throw new IOException(file + ": not understood: " + line);
            }
        }
        if (!whole) {
            throw new IOException(file + " is not whole");
        }
        return new Notes(figures[0], figures[1], figures[2], depth, seconds, page, reached, counts);
    }
}
