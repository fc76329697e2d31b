package io.fourwave.modelcheck.trace;

import io.fourwave.modelcheck.export.Vocabulary;
import io.fourwave.modelcheck.ladder.Ladder;
import io.fourwave.modelcheck.tlc.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows the segments of a trace: numbers them as they set out, recognizes them as they arrive, notices repetitions and strays. */
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
    private final Map<String, Integer> sentBefore = new HashMap<>();
    private final Map<String, Integer> lives = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();
    private int count;

    Segments(Vocabulary words) {
        this.words = words;
    }

    /** An end that comes back to the initial state has begun another life: what it sent before is stale from then on. */
    void lives(String peer, String state) {
        String before = states.put(peer, state);
        if (before != null && !before.equals(state) && state.equals(words.initialState())) {
            lives.merge(peer, 1, Integer::sum);
        }
    }

    void older() {
        travelling.forEach(segment -> segment.age++);
    }

    Ladder.Arrow setsOut(String from, TlaValue segment) {
        Travelling one = new Travelling(++count, from, segment, lives.getOrDefault(from, 0));
        travelling.add(one);
        String key = from + " " + segment;
        Integer before = sentBefore.putIfAbsent(key, count);
        return new Ladder.Arrow(
                count, toRight(from), text(segment), Ladder.Fate.SENT, before == null ? "" : "again, as #" + before);
    }

    /** The segment arrives at {@code peer}, or is lost on its way there; a duplicated one stays on its way. */
    Ladder.Arrow ends(String peer, TlaValue message, Ladder.Fate fate) {
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
        boolean toRight = peer.equals(words.peers().get(1));
        if (found == null) {
            return new Ladder.Arrow(0, toRight, text(segment), fate, "");
        }
        if (fate != Ladder.Fate.DUPLICATED) {
            travelling.remove(found);
        }
        boolean stale = found.life != lives.getOrDefault(found.from, 0);
        return new Ladder.Arrow(found.number, toRight, text(segment), fate, stale ? "stale" : "");
    }

    private boolean toRight(String from) {
        return from.equals(words.peers().get(0));
    }

    /** As the spec writes a segment: {@code <KIND=BLOCK><BIT=0>}; what is empty or false is left out. */
    private String text(TlaValue segment) {
        StringBuilder text = new StringBuilder();
        words.segmentFields().forEach((field, name) -> {
            TlaValue value = segment.at(field);
            boolean empty = value == null
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
