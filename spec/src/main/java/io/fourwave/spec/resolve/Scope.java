package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an expression can see where it stands. Scopes nest: an inner one sees what the outer one does. */
final class Scope {
    /** Where the expression stands. */
    enum View {
        /** Literals and parameters. */
        CONSTANT,
        /** A rule of the machine: the TCB is the machine's own. */
        RULE,
        /** The checker's world, looking into one peer's TCB. */
        PEER,
        /** The checker's world: TCBs by the name of their peer. */
        PROPERTY,
        /** A number of an environment or a scenario: parameters and bounds. */
        BOUNDS
    }

    private final Scope outer;
    private final View view;
    private final Facts facts;
    private final boolean segment;
    private final boolean next;
    private final boolean ticks;
    private final Map<String, Named> locals = new LinkedHashMap<>();
    private final Map<String, Boolean> peers = new LinkedHashMap<>();

    /** A local value and the data it comes from. */
    record Named(Protocol.Local local, Flow flow) {}

    private Scope(Scope outer, View view, Facts facts, boolean segment, boolean next, boolean ticks) {
        this.outer = outer;
        this.view = view;
        this.facts = facts;
        this.segment = segment;
        this.next = next;
        this.ticks = ticks;
    }

    static Scope constant() {
        return new Scope(null, View.CONSTANT, new Facts(), false, false, false);
    }

    static Scope bounds() {
        return new Scope(null, View.BOUNDS, new Facts(), false, false, false);
    }

    /** Of a scenario's binding, which may be in ticks. */
    static Scope binding() {
        return new Scope(null, View.BOUNDS, new Facts(), false, false, true);
    }

    static Scope rule(Facts facts, boolean segment) {
        return new Scope(null, View.RULE, facts, segment, false, false);
    }

    static Scope property(Facts facts, boolean next) {
        return new Scope(null, View.PROPERTY, facts, false, next, false);
    }

    /** Of the guard of a user's call. */
    static Scope peer() {
        return new Scope(null, View.PEER, new Facts(), false, false, false);
    }

    Scope inner() {
        return new Scope(this, view, facts, segment, next, ticks);
    }

    /** Behind {@code p.}: the TCB of one peer. */
    Scope insidePeer() {
        return new Scope(this, View.PEER, facts, segment, next, ticks);
    }

    /** In {@code some segment to p:}. */
    Scope inFlight() {
        return new Scope(this, view, facts, true, next, ticks);
    }

    /** In {@code next( )}: another next would look two steps ahead. */
    Scope afterStep() {
        return new Scope(this, view, facts, segment, false, ticks);
    }

    View view() {
        return view;
    }

    /** What is noted of the rule this belongs to. */
    Facts facts() {
        return facts;
    }

    boolean seesSegment() {
        return segment;
    }

    boolean seesNext() {
        return next;
    }

    boolean seesTicks() {
        return ticks;
    }

    boolean seesTcb() {
        return view == View.RULE || view == View.PEER;
    }

    boolean inWorld() {
        return view == View.PEER || view == View.PROPERTY;
    }

    void declare(Protocol.Local local, Flow flow) {
        locals.put(local.name(), new Named(local, flow));
    }

    void declarePeer(String name) {
        peers.put(name, true);
    }

    Named local(String name) {
        Named found = locals.get(name);
        return found != null || outer == null ? found : outer.local(name);
    }

    boolean hasPeer(String name) {
        return peers.containsKey(name) || (outer != null && outer.hasPeer(name));
    }

    /** For suggestions. */
    List<String> visibleLocals() {
        List<String> names = outer == null ? new ArrayList<>() : outer.visibleLocals();
        names.addAll(locals.keySet());
        return names;
    }
}
