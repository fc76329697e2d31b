package io.fourwave.modelcheck.trace;

import io.fourwave.modelcheck.export.Vocabulary;
import io.fourwave.modelcheck.tlc.TlaValue;
import io.fourwave.modelcheck.trace.Course.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the segments of a trace: numbers them as they set out, recognizes them as they arrive, notices repetitions and what is left
 * over from a former life of its sender.
 */
final class Segments {
    private static final class Travelling {
        private final int number;
        private final String from;
        private final TlaValue segment;
        private final int life;
        private long age;

        private Travelling(int number, String from, TlaValue segment, int life) {
            this.number = number;
            this.from = from;
            this.segment = segment;
            this.life = life;
        }
    }

    private final Vocabulary words;
    private final List<Travelling> travelling = new ArrayList<>();
    private final List<Course.Segment> all = new ArrayList<>();
    private final List<List<Course.Fate>> fates = new ArrayList<>();
    private final Map<String, Integer> sentBefore = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> lives = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private boolean cut;

    Segments(Vocabulary words) {
        this.words = words;
    }

    /**
     * A life ends where its TCB is deleted, or lost in a crash; the next one begins where the end then leaves the initial state, perhaps
     * in the same step. What was sent in the life before is stale from then on.
     */
    void lives(String peer, String state, boolean deleted) {
        states.put(peer, state);
        if (deleted) {
            ended.add(peer);
        }
        if (!state.equals(words.initialState()) && ended.remove(peer)) {
            lives.merge(peer, 1, Integer::sum);
        }
    }

    /** Whether the end is in a life, not in the initial state. */
    boolean livesIn(String peer) {
        return !words.initialState().equals(states.get(peer));
    }

    void older() {
        travelling.forEach(segment -> segment.age++);
    }

    /** The path is gone, with all that is on it. */
    void cut(int act) {
        cut = true;
        for (Travelling one : travelling) {
            fates.get(one.number - 1).add(new Course.Fate(act, Kind.LOSS, one.age, isStale(one)));
        }
        travelling.clear();
    }

    /** @param formerLife it was sent before the life began that this act begins */
    int setsOut(int act, String from, TlaValue segment, boolean formerLife) {
        int number = all.size() + 1;
        String vanished = cut ? "the path is cut" : roomFrom(from) ? "" : "the channel is full";
        if (vanished.isEmpty()) {
            int life = lives.getOrDefault(from, 0) - (formerLife ? 1 : 0);
            travelling.add(new Travelling(number, from, segment, life));
        }
        Integer before = sentBefore.putIfAbsent(from + " " + segment, number);
        note(act, from, segment, before == null ? 0 : before, vanished);
        return number;
    }

    private void note(int act, String from, TlaValue segment, int again, String vanished) {
        Map<String, TlaValue> fields = new LinkedHashMap<>();
        words.segmentFields().forEach((field, name) -> fields.put(name, segment.at(field)));
        int ofSender = counts.merge(from, 1, Integer::sum);
        fates.add(new ArrayList<>());
        all.add(new Course.Segment(
                all.size() + 1, from, ofSender, act, fields, text(fields), again, vanished, List.of()));
    }

    /** As the model counts: on a channel that reorders, equal segments of one age are one. */
    private boolean roomFrom(String from) {
        Set<String> different = new HashSet<>();
        for (Travelling one : travelling) {
            if (one.from.equals(from)) {
                different.add(words.inOrder() ? Integer.toString(one.number) : one.age + " " + one.segment);
            }
        }
        return different.size() < words.capacity();
    }

    /** The segment arrives at {@code peer}, or is lost on its way there; one that arrives again stays on its way. */
    int ends(int act, String peer, TlaValue message, Kind kind) {
        TlaValue segment = message.at("segment");
        long age = message.at("age") instanceof TlaValue.Num number ? number.value() : 0;
        Travelling found = null;
        for (Travelling one : travelling) {
            if (!one.from.equals(peer)
                    && one.segment.equals(segment)
                    && (found == null || found.age != age && one.age == age)) {
                found = one;
            }
        }
        if (found == null) {
            // It was there from the beginning, or it was not seen setting out.
            String from = words.peers().get(words.peers().get(0).equals(peer) ? 1 : 0);
            found = new Travelling(all.size() + 1, from, segment, lives.getOrDefault(from, 0));
            found.age = age;
            note(-1, from, segment, 0, "");
        }
        if (kind != Kind.REPEATED_ARRIVAL) {
            travelling.remove(found);
        }
        fates.get(found.number - 1).add(new Course.Fate(act, kind, found.age, isStale(found)));
        return found.number;
    }

    private boolean isStale(Travelling segment) {
        return segment.life != lives.getOrDefault(segment.from, 0);
    }

    List<Course.UnderWay> underWay() {
        return travelling.stream()
                .map(one -> new Course.UnderWay(one.number, one.age))
                .toList();
    }

    List<Course.Segment> all() {
        return all.stream()
                .map(one -> new Course.Segment(
                        one.number(),
                        one.from(),
                        one.ofSender(),
                        one.act(),
                        one.fields(),
                        one.text(),
                        one.again(),
                        one.vanished(),
                        List.copyOf(fates.get(one.number() - 1))))
                .toList();
    }

    /** Without the ghost fields: as it would look on the wire. */
    private String text(Map<String, TlaValue> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> {
            boolean empty = value == null
                    || words.ghostFields().contains(name)
                    || value instanceof TlaValue.Many many && many.elements().isEmpty()
                    || value instanceof TlaValue.Bool bool && !bool.value();
            if (!empty) {
                text.append('<').append(name).append('=').append(shown(value)).append('>');
            }
        });
        return text.isEmpty() ? "<>" : text.toString();
    }

    private static String shown(TlaValue value) {
        if (value instanceof TlaValue.Many many) {
            return String.join(",", many.elements().stream().map(TlaValue::text).toList());
        }
        return value.toString();
    }
}
