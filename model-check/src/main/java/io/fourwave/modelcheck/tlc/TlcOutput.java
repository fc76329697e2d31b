package io.fourwave.modelcheck.tlc;

import io.fourwave.modelcheck.tlc.child.Lines;
import io.fourwave.modelcheck.tlc.child.Notes;
import io.fourwave.modelcheck.tlc.child.TlcProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what the child prints, line by line: TLC's messages, and our own lines between them. */
final class TlcOutput {
    /** What a module of ours says no machine may do. */
    private static final Pattern ASSERTION =
            Pattern.compile("The first argument of Assert evaluated to FALSE; the second argument was:\\s*\"(.*)\"");

    private static final Pattern VIOLATED =
            Pattern.compile("(?:Invariant|Action property|Property) (\\S+) is violated");
    private static final Pattern STATS =
            Pattern.compile("([\\d,]+) states generated, ([\\d,]+) distinct states found, ([\\d,]+) states left");
    private static final Pattern NO_MEMORY = Pattern.compile("OutOfMemoryError|(?i)out of memory|ran out of memory");
    private static final Pattern NO_DISK = Pattern.compile("No space left on device|Disk quota exceeded");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)");

    private final long started = System.nanoTime();
    private final Consumer<TlcProgress> progress;
    private final Notes earlier;
    private final List<TlcState> trace = new ArrayList<>();
    private final Map<Integer, TlaValue> happenings = new LinkedHashMap<>();
    private final Map<Integer, TlaValue> closings = new LinkedHashMap<>();
    private final Map<String, Integer> reached = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final StringBuilder errors = new StringBuilder();
    private final TlcMessages messages =
            new TlcMessages(this::message, line -> errors.append(line).append('\n'));
    private String violated;
    private int backTo;
    private boolean stuttering;
    private boolean success;
    private String unheeded = "";
    private int lost;
    private TlcProgress last = new TlcProgress(0, 0, 0, 0, 0);

    /** @param earlier of the checkpoint the run goes on from, or null */
    TlcOutput(Consumer<TlcProgress> progress, Notes earlier) {
        this.progress = progress;
        this.earlier = earlier;
        if (earlier != null) {
            reached.putAll(earlier.reached());
        }
    }

    void line(String line) {
        if (line.startsWith(Lines.MARK + " ")) {
            said(line.substring(Lines.MARK.length() + 1).split(" ", 2));
            return;
        }
        messages.line(line);
    }

    private double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    private void said(String[] words) {
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "progress" -> {
                String[] numbers = rest.split(" ");
                last = new TlcProgress(
                        Long.parseLong(numbers[0]),
                        Long.parseLong(numbers[1]),
                        Long.parseLong(numbers[2]),
                        Integer.parseInt(numbers[3]),
                        seconds());
                progress.accept(figures());
            }
            case "figures" -> {
                String[] numbers = rest.split(" ");
                last = new TlcProgress(
                        Long.parseLong(numbers[0]),
                        Long.parseLong(numbers[1]),
                        Long.parseLong(numbers[2]),
                        Integer.parseInt(numbers[3]),
                        Double.parseDouble(numbers[4]));
            }
            case "violated" -> violated = rest;
            case "failed" -> errors.append(rest).append('\n');
            case "lost" -> lost++;
            case "torn" ->
                errors.append("the checkpoint is not whole: TLC recovers ")
                        .append(rest)
                        .append(" distinct states and states in the queue\n");
            case "uncheckpointed" -> unheeded = rest;
            case "reached" -> {
                String[] parts = rest.split(" ", 2);
                reached.putIfAbsent(parts[1], Integer.parseInt(parts[0]));
            }
            case "counted" -> {
                String[] parts = rest.split(" ", 2);
                counts.put(parts[1], Long.parseLong(parts[0]));
            }
            case "happening" -> {
                String[] parts = rest.split(" ", 2);
                happenings.put(Integer.parseInt(parts[0]), ValueReader.read(parts[1]));
            }
            case "closing" -> {
                String[] parts = rest.split(" ", 2);
                closings.put(Integer.parseInt(parts[0]), ValueReader.read(parts[1]));
            }
            default -> {
                // "untold": the counterexample stays without the names of its steps, which the ladder shows by itself.
            }
        }
    }

    private void message(int number, int kind, String text) {
        switch (number) {
            case TlcMessages.INVARIANT_INITIAL,
                    TlcMessages.PROPERTY_INITIAL,
                    TlcMessages.INVARIANT,
                    TlcMessages.ACTION_PROPERTY -> {
                Matcher matcher = VIOLATED.matcher(text);
                violated = matcher.find() ? matcher.group(1) : "";
                if (number == TlcMessages.INVARIANT_INITIAL || number == TlcMessages.PROPERTY_INITIAL) {
                    // The only state stands in the message itself.
                    trace.add(new TlcState(1, ValueReader.state(text.substring(text.indexOf('\n') + 1)), null));
                }
            }
            case TlcMessages.INITIAL_STATE -> {
                // TLC's server tells of a violation in the first state like this.
                Matcher matcher = VIOLATED.matcher(text);
                if (matcher.find()) {
                    violated = matcher.group(1);
                } else {
                    errors.append(text).append('\n');
                }
            }
            case TlcMessages.TEMPORAL -> violated = "";
            case TlcMessages.STATE -> state(text);
            case TlcMessages.STUTTERING -> stuttering = true;
            case TlcMessages.BACK_TO_STATE -> {
                Matcher matcher = NUMBER.matcher(text);
                backTo = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
            }
            case TlcMessages.SUCCESS -> success = true;
            case TlcMessages.STATISTICS -> statistics(text);
            case TlcMessages.SEARCH_DEPTH -> {
                Matcher matcher = NUMBER.matcher(text);
                if (matcher.find()) {
                    last = new TlcProgress(
                            last.generated(),
                            last.distinct(),
                            last.queue(),
                            Integer.parseInt(matcher.group(1)),
                            seconds());
                }
            }
            case TlcMessages.BEHAVIOR_FOLLOWS, TlcMessages.COUNTEREXAMPLE, TlcMessages.FINISHED -> {
                // Words around what matters.
            }
            case TlcMessages.NESTED_EXPRESSION -> {
                // Where in the modules; of use only if nothing else is known.
                if (errors.isEmpty()) {
                    errors.append(text).append('\n');
                }
            }
            default -> {
                if (kind == TlcMessages.ERROR_CLASS || kind == TlcMessages.BUG_CLASS) {
                    Matcher assertion = ASSERTION.matcher(text);
                    errors.append(assertion.matches() ? assertion.group(1) : text)
                            .append('\n');
                }
            }
        }
    }

    private void state(String text) {
        int colon = text.indexOf(':');
        int end = text.indexOf('\n');
        if (colon > 0 && end > 0) {
            int number = Integer.parseInt(text.substring(0, colon).strip());
            trace.add(new TlcState(number, ValueReader.state(text.substring(end + 1)), happenings.get(number)));
        }
    }

    private void statistics(String text) {
        Matcher matcher = STATS.matcher(text);
        if (matcher.find()) {
            last = new TlcProgress(
                    count(matcher.group(1)), count(matcher.group(2)), count(matcher.group(3)), last.depth(), seconds());
        }
    }

    private static long count(String digits) {
        return Long.parseLong(digits.replace(",", ""));
    }

    /** What is known of the whole, the part before a checkpoint included. */
    TlcProgress figures() {
        return earlier == null ? last : last.after(earlier);
    }

    /**
     * What is to be read again instead of a run that has ended.
     *
     * @param printed by the child, from where this run began
     */
    List<String> retold(List<String> printed) {
        List<String> lines = new ArrayList<>();
        if (earlier != null) {
            earlier.reached().forEach((name, depth) -> lines.add(Lines.MARK + " reached " + depth + " " + name));
        }
        lines.addAll(printed);
        TlcProgress all = figures();
        lines.add(String.join(
                " ",
                Lines.MARK,
                "figures",
                Long.toString(all.generated()),
                Long.toString(all.distinct()),
                Long.toString(all.queue()),
                Integer.toString(all.depth()),
                Double.toString(all.seconds())));
        return lines;
    }

    /** Why the last checkpoint could not be written; empty when it could. */
    String unheeded() {
        return unheeded;
    }

    private TlcOutcome.Status failure() {
        if (NO_MEMORY.matcher(errors).find()) {
            return TlcOutcome.Status.OUT_OF_MEMORY;
        }
        return NO_DISK.matcher(errors).find() ? TlcOutcome.Status.OUT_OF_DISK : TlcOutcome.Status.ERROR;
    }

    /** @param otherwise what it was if TLC came to no end of its own; null to judge by what was printed */
    TlcOutcome outcome(TlcOutcome.Status otherwise) {
        List<TlcState> states = trace.stream()
                .map(state -> state.happening() != null
                        ? state
                        : new TlcState(state.number(), state.variables(), happenings.get(state.number())))
                .toList();
        TlcOutcome.Status status = violated != null
                ? TlcOutcome.Status.VIOLATED
                : success && errors.isEmpty() ? TlcOutcome.Status.HOLDS : otherwise != null ? otherwise : failure();
        return new TlcOutcome(
                status,
                violated == null ? "" : violated,
                errors.toString().strip(),
                states,
                backTo,
                closings.get(backTo),
                stuttering,
                Map.copyOf(reached),
                Map.copyOf(counts),
                figures(),
                earlier == null ? 0 : earlier.distinct(),
                lost);
    }
}
