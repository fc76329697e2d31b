package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The part of an environment's module that tells a counterexample: it takes every event anew, by the machine that writes down its
 * rules, and keeps those that lead to the state that came next.
 */
final class Explanations {
    private final Machine machine;
    private final World.Environment environment;
    private final Names names;
    private final List<UserAction> calls;
    private final Function<UserAction, String> worldAfter;

    Explanations(
            Machine machine,
            World.Environment environment,
            Names names,
            List<UserAction> calls,
            Function<UserAction, String> worldAfter) {
        this.machine = machine;
        this.environment = environment;
        this.names = names;
        this.calls = calls;
        this.worldAfter = worldAfter;
    }

    /** Which happening leads from one state of a counterexample to the next; asked only there. */
    String write() {
        List<String> cases = new ArrayList<>();
        cases.add("UNION {Told(\"arrives\", p, Arrival(m), Without(p, m), world, m) : m \\in Deliverable(p)}");
        if (environment.channel().duplication() != null) {
            cases.add(
                    "IF world.duplications = 0 THEN {} ELSE UNION {\n      Told(\"arrives again\", p, Arrival(m), net,"
                            + " [world EXCEPT !.duplications = @ - 1], m) : m \\in Deliverable(p)}");
        }
        for (Machine.Timer timer : machine.timers()) {
            cases.add("IF tcb[p]." + names.timer(timer.name()) + " # 0 THEN {} ELSE Told(\"expires\", p, [event |-> "
                    + Values.quoted("timeout " + timer.name()) + "], net, world, NoMessage)");
        }
        for (Machine.Opportunity opportunity : machine.opportunities()) {
            cases.add("IF ~" + names.enabled(opportunity) + "(tcb[p]) THEN {} ELSE Told(\"offers\", p, [event |-> "
                    + Values.quoted(opportunity.name()) + "], net, world, NoMessage)");
        }
        for (UserAction call : calls) {
            String told = "Told(\"calls\", p, " + call.event() + ", net, " + worldAfter.apply(call) + ", NoMessage)";
            String label = call.call().label();
            cases.add("IF p # " + Values.quoted(call.peer()) + " \\/ ~(" + call.permitted() + ") THEN {} ELSE "
                    + (label.isEmpty() ? told : "Labelled(" + Values.quoted(label) + ", " + told + ")"));
        }
        if (environment.channel().loss() != null) {
            cases.add(
                    "{[kind |-> \"loses\", peer |-> p, event |-> [event |-> \"\"], message |-> m, rule |-> \"\", trail |-> <<>>, sent |-> <<>>] : m \\in {x \\in Deliverable(p) :\n"
                            + "      tcb' = tcb /\\ world' # world /\\ net' = Without(p, x)}}");
        }
        for (World.Crash crash : environment.crashes()) {
            cases.add(
                    "IF p = " + Values.quoted(crash.peer()) + " /\\ world'.crashes_" + Identifiers.spelled(crash.peer())
                            + " # world.crashes_" + Identifiers.spelled(crash.peer())
                            + " THEN {Plainly(\"crashes\", p)} ELSE {}");
        }
        if (environment.cuts() != null) {
            cases.add("IF world'.cut # world.cut THEN {Plainly(\"cut\", p)} ELSE {}");
        }
        return Modules.section("telling a counterexample")
                + "NoMessage == [segment |-> <<>>, age |-> 0, copies |-> 0]\n"
                + "Plainly(kind, p) == [kind |-> kind, peer |-> p, event |-> [event |-> \"\"], message |-> NoMessage, rule |-> \"\", trail |-> <<>>, sent |-> <<>>]\n"
                + "Told(kind, p, e, n, w, m) ==\n"
                + "  {[kind |-> kind, peer |-> p, event |-> e, message |-> m, rule |-> r.rule, trail |-> r.trail, sent |-> r.sent] :\n"
                + "    r \\in {x \\in Trail!Step(Trail!WithTrail(tcb[p]), e) : Becomes(p, Settled(Trail!WithoutTrail(x)), n, w)}}\n"
                + labelled()
                + "HappeningsAt(p) ==\n  UNION {\n    " + String.join(",\n    ", cases) + "}\n"
                + "Happenings ==\n  IF tcb' = tcb /\\ net' = net /\\ world' = world THEN {Plainly(\"nothing\", \"\")}\n"
                + "  ELSE LET told == UNION {HappeningsAt(p) : p \\in Peers}\n       IN  IF told = {} THEN {Plainly(\"time passes\", \"\")} ELSE told\n\n";
    }

    /** Of several entries of the same call, which one. */
    private String labelled() {
        return calls.stream().allMatch(call -> call.call().label().isEmpty())
                ? ""
                : "Labelled(label, told) ==\n"
                        + "  {[kind |-> h.kind, label |-> label, peer |-> h.peer, event |-> h.event, message |-> h.message, rule |-> h.rule,\n"
                        + "    trail |-> h.trail, sent |-> h.sent] : h \\in told}\n";
    }
}
