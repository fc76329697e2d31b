package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Place;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What is noted of a rule, procedure or definition while it is resolved. */
final class Facts {
    private final Map<DataKind, String> firstSink = new EnumMap<>(DataKind.class);
    private final Set<String> peers = new LinkedHashSet<>();
    private Place segmentUse;
    private Place returnUse;
    private boolean mayStop;
    private boolean mayChoose;

    void usesSegment(Place place) {
        segmentUse = segmentUse == null ? place : segmentUse;
    }

    /** A peer is named that no quantifier binds. */
    void namesPeer(String name) {
        peers.add(name);
    }

    Set<String> peers() {
        return peers;
    }

    void stops() {
        mayStop = true;
    }

    void returns(Place place) {
        mayStop = true;
        returnUse = returnUse == null ? place : returnUse;
    }

    void chooses() {
        mayChoose = true;
    }

    /** Something of a kind is changed or emitted, under this name. */
    void sinks(DataKind kind, String name) {
        firstSink.putIfAbsent(kind, name);
    }

    /** What performing a procedure adds to the one that performs it. */
    void include(Facts callee) {
        if (callee.segmentUse != null) {
            usesSegment(callee.segmentUse);
        }
        if (callee.returnUse != null) {
            returns(callee.returnUse);
        }
        mayStop |= callee.mayStop;
        mayChoose |= callee.mayChoose;
        callee.firstSink.forEach(firstSink::putIfAbsent);
    }

    boolean usesSegment() {
        return segmentUse != null;
    }

    /** Where the first {@code return} stands, or null. */
    Place returnUse() {
        return returnUse;
    }

    boolean mayStop() {
        return mayStop;
    }

    boolean mayChoose() {
        return mayChoose;
    }

    /** The first thing of that kind that is changed, or null. */
    String firstSink(DataKind kind) {
        return firstSink.get(kind);
    }
}
