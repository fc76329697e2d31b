package io.fourwave.spec.ir;

import java.util.List;

/** The checker's world: who talks over what channel, what must hold, what must be reachable, what edits must be noticed, within which bounds. */
public record World(
        List<Environment> environments,
        List<Property> properties,
        List<Witness> witnesses,
        List<Mutant> mutants,
        List<Scenario> scenarios,
        List<ScenarioSet> sets) {

    /**
     * Two endpoints and what lies between.
     *
     * @param bounds names each scenario gives a number
     * @param crashes hosts that may lose their TCB, with how often
     * @param cuts how often the path may be cut for good, null for never
     */
    public record Environment(
            String name,
            List<String> peers,
            List<Protocol.Local> bounds,
            Channel channel,
            List<User> users,
            List<Crash> crashes,
            Expr cuts,
            String doc,
            Place place) {}

    /**
     * The channel. A null bound means none at all.
     *
     * @param lifetime age at which a segment dies, a duration; null: it lives until lost or delivered
     * @param capacity most segments in flight; a send beyond it is a loss that costs no budget only if the environment says so; null: unbounded
     */
    public record Channel(Expr loss, Expr duplication, boolean reordering, Expr lifetime, Expr capacity, Place place) {}

    public record User(String peer, List<PermittedCall> calls, Place place) {}

    /**
     * A call the user may make.
     *
     * @param args for octets the number of tokens, which are the next of that peer's stream
     * @param label tells it from other entries of the same call; empty for none
     * @param atMost how often, null for whenever
     * @param guard over that peer's TCB, or null
     * @param fair the user does make it eventually if it stays possible (weak fairness)
     */
    public record PermittedCall(
            Protocol.UserCall call,
            List<Expr> args,
            String label,
            Expr atMost,
            Expr guard,
            boolean fair,
            Place place) {}

    /** {@code guard}: over that peer's TCB, or null. */
    public record Crash(String peer, Expr atMost, Expr guard, Place place) {}

    public enum PropertyKind {
        /** {@code always}: of every state. */
        INVARIANT,
        /** {@code step}: of every pair of successive states. */
        STEP,
        /** {@code leads to}: under the generated fairness. */
        LEADS_TO,
        /** {@code terminal}: of every state without a successor. */
        TERMINAL
    }

    /** One clause; {@code antecedent} only for LEADS_TO. */
    public record Clause(PropertyKind kind, Expr antecedent, Expr body, Place place) {}

    public record Property(
            String name,
            String title,
            List<String> assumptions,
            List<Clause> clauses,
            List<String> tags,
            String doc,
            Place place) {}

    public record Witness(String name, String title, Expr reach, List<String> tags, String doc, Place place) {}

    /** A named edit of the spec; {@code rule}: name of a check rule, handler, define, procedure or timer. {@code from} must occur exactly once in it. */
    public record Mutant(
            String name,
            String title,
            List<Edit> edits,
            String property,
            String scenario,
            List<String> tags,
            String doc,
            Place place) {}

    public record Edit(String rule, String from, String to, Place place) {}

    /** {@code values}: a literal, a bound's number, or a tick count. */
    public record Binding(String name, Expr value, Place place) {}

    /** The values a policy's choice may take in this scenario. */
    public record Restriction(String policy, List<Expr> values, Place place) {}

    public record StreamCapacity(String stream, int capacity, Place place) {}

    /** What coverage speaks of: timers expire ({@code TIMEOUT}) or have no retry left when they do ({@code EXHAUSTED}). */
    public enum CoverKind {
        STATE,
        TIMEOUT,
        EXHAUSTED,
        TRANSITION
    }

    /** One thing to be reached; {@code to} only for TRANSITION, a step from the one state to the other, else empty. */
    public record CoverItem(CoverKind kind, String name, String to, Place place) {
        /** As it is written: {@code timeout RESEND}, {@code OPEN -> CLOSED}. */
        public String text() {
            return switch (kind) {
                case STATE -> "state " + name;
                case TIMEOUT -> "timeout " + name;
                case EXHAUSTED -> "exhausted " + name;
                case TRANSITION -> name + " -> " + to;
            };
        }
    }

    /**
     * What is claimed to be reached.
     *
     * @param all everything there is but the items, which are claimed not to be reached; else the items only
     */
    public record Coverage(boolean all, List<CoverItem> items, Place place) {}

    /** What the scenarios of a set reach together. */
    public record ScenarioSet(String name, String title, Coverage coverage, String doc, Place place) {}

    /**
     * Bounds within which the properties are checked.
     *
     * @param modulus of sequence numbers, a power of two
     * @param properties those that must hold in it
     * @param refuted those that must be violated in it
     * @param coverage what it claims to reach beside its witnesses, or null for nothing
     * @param expectedStates pinned number of distinct states, or -1
     * @param expectedDepth pinned depth, or -1
     */
    public record Scenario(
            String name,
            String title,
            String environment,
            List<String> sets,
            String profile,
            int modulus,
            List<StreamCapacity> capacities,
            List<Restriction> restrictions,
            List<Binding> bindings,
            List<String> properties,
            List<String> refuted,
            List<String> witnesses,
            Coverage coverage,
            long expectedStates,
            int expectedDepth,
            List<String> tags,
            String doc,
            Place place) {}
}
