package io.fourwave.modelcheck.tlc.child;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tla2sany.semantic.ExprOrOpArgNode;

/**
 * What a worker of a distributed run has counted and noted while it worked on one block of states. It travels with the block's result, so
 * that what is lost is lost together: a block whose worker is gone is given to another one and counted there.
 *
 * <p>TLC's workers look at new states before they know whether another worker has found them, too. So states are not counted when they
 * are found but when they are expanded, which happens to each once.
 */
public final class Delivery implements Serializable {
    /** Whether this JVM is a server or a worker of a distributed run. */
    static final boolean FAR = Boolean.getBoolean("fourwave.far");

    private static final long serialVersionUID = 1;
    private static final ThreadLocal<Delivery> CURRENT = new ThreadLocal<>();

    private final HashMap<String, Long> counts = new HashMap<>();
    private final HashMap<String, Integer> reached = new HashMap<>();
    private final transient Map<String, long[]> states = new HashMap<>();
    private final transient Map<String, Map<String, long[]>> steps = new HashMap<>();
    private final transient Set<ExprOrOpArgNode> done;
    private transient boolean expanding;

    private Delivery(Set<ExprOrOpArgNode> done) {
        this.done = done;
    }

    /** Work on a block begins, on this thread. @param done conditions this worker has delivered, or is about to */
    public static Delivery begin(Set<ExprOrOpArgNode> done) {
        Delivery delivery = new Delivery(done);
        CURRENT.set(delivery);
        return delivery;
    }

    /** It has ended. */
    public static void end() {
        CURRENT.remove();
    }

    /** What this thread works on; null when it is none of a worker's. */
    public static Delivery current() {
        return CURRENT.get();
    }

    /** Whether what stands is counted now, and what is reached left alone. */
    public void expanding(boolean now) {
        expanding = now;
    }

    boolean isExpanding() {
        return expanding;
    }

    static void stood(String state) {
        Delivery delivery = CURRENT.get();
        if (delivery != null && delivery.expanding) {
            delivery.states.computeIfAbsent(state, any -> new long[1])[0]++;
        }
    }

    static void stepped(String from, String to) {
        Delivery delivery = CURRENT.get();
        if (delivery != null) {
            delivery.steps.computeIfAbsent(from, any -> new HashMap<>()).computeIfAbsent(to, any -> new long[1])[0]++;
        }
    }

    boolean isDone(ExprOrOpArgNode condition) {
        return done.contains(condition);
    }

    void note(ExprOrOpArgNode condition, String name, int level) {
        done.add(condition);
        reached.putIfAbsent(name, level);
    }

    /** Makes it ready to travel. */
    public Delivery packed() {
        states.forEach((state, count) -> counts.put(Tally.STATE + state, count[0]));
        steps.forEach((from, ends) -> ends.forEach((to, count) -> counts.put(from + Tally.STEP + to, count[0])));
        return this;
    }

    /** At the server: adds it to what this JVM tells in the end. */
    public void unpack() {
        Tally.restore(counts);
        reached.forEach(Noted::note);
    }
}
