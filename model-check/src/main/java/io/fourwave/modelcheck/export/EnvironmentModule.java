package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.List;

/**
 * Two machines, the channel between them, their users, time. Three variables: {@code tcb} (a record per peer), {@code net} (what is
 * on its way to each peer), {@code world} (what may still happen: losses, calls, crashes).
 *
 * <p>Time: a tick passes only while some timer runs, none is due and no segment is at the end of its life; see the module's text.
 */
final class EnvironmentModule {
    private final Protocol protocol;
    private final Machine machine;
    private final World.Environment environment;
    private final Names names;
    private final ExprWriter expressions;
    private final List<UserAction> calls;

    EnvironmentModule(Protocol protocol, World.Environment environment, MachineModule machineModule) {
        this.protocol = protocol;
        this.machine = protocol.machine();
        this.environment = environment;
        this.names = machineModule.names();
        this.expressions = machineModule.expressions();
        this.calls = UserAction.all(environment, names);
    }

    List<UserAction> calls() {
        return calls;
    }

    private boolean ages() {
        return environment.channel().lifetime() != null;
    }

    private String constant(Expr expr) {
        return expressions.write(expr, Scope.operator(names, null, null));
    }

    private static String quoted(String text) {
        return Values.quoted(text);
    }

    String write(String module, String machineModule, String trailModule) {
        String actions = channel()
                + users()
                + time()
                + hosts()
                + next()
                + terminal()
                + new Explanations(machine, environment, names, calls, this::worldAfter).write();
        StringBuilder text = new StringBuilder();
        text.append(Modules.head(
                module,
                "environment " + environment.name() + (environment.doc().isBlank() ? "" : ": " + environment.doc())));
        text.append("EXTENDS ").append(machineModule).append("\n\n");
        for (Protocol.Local bound : environment.bounds()) {
            text.append("CONSTANT ")
                    .append(names.operator("bound " + bound.name(), bound.name()))
                    .append('\n');
        }
        text.append("\nVARIABLES tcb, net, world\nvars == <<tcb, net, world>>\n\n");
        text.append("Trail == INSTANCE ")
                .append(trailModule)
                .append("    \\* the same machine, writing down its rules\n\n");
        text.append(peers());
        text.append(actions);
        return text.append(Modules.foot()).toString();
    }

    private String peers() {
        String first = environment.peers().get(0);
        String second = environment.peers().get(1);
        List<String> left = new ArrayList<>();
        World.Channel channel = environment.channel();
        addBudget(left, "losses", channel.loss());
        addBudget(left, "duplications", channel.duplication());
        addBudget(left, "cuts", environment.cuts());
        left.add("cut |-> FALSE");
        for (World.Crash crash : environment.crashes()) {
            addBudget(left, "crashes_" + Identifiers.spelled(crash.peer()), crash.atMost());
        }
        for (UserAction call : calls) {
            if (call.budget() != null) {
                left.add(call.budget() + " |-> " + constant(call.call().atMost()));
            }
        }
        if (calls.stream().anyMatch(UserAction::writes)) {
            environment.peers().forEach(peer -> left.add("written_" + Identifiers.spelled(peer) + " |-> 0"));
        }
        String empty = channel.reordering() ? "{}" : "<<>>";
        return "Peers == {" + quoted(first) + ", " + quoted(second) + "}\n"
                + "Other(p) == IF p = " + quoted(first) + " THEN " + quoted(second) + " ELSE " + quoted(first) + "\n\n"
                + "Init ==\n"
                + "  /\\ tcb = [p \\in Peers |-> NewTcb]\n"
                + "  /\\ net = [p \\in Peers |-> " + empty + "]\n"
                + "  /\\ world = " + Layout.hang(Layout.record(left), 13) + "\n\n"
                + "\\* At rest a TCB has nothing to send and is not in a step.\n"
                + "Settled(r) == [tcb |-> [r EXCEPT !.sent = <<>>, !.stopped = FALSE], sent |-> r.sent]\n\n";
    }

    private void addBudget(List<String> fields, String name, Expr bound) {
        if (bound != null) {
            fields.add(name + " |-> " + constant(bound));
        }
    }

    private String channel() {
        World.Channel channel = environment.channel();
        String capacity = channel.capacity() == null ? "1000000" : constant(channel.capacity());
        StringBuilder text = new StringBuilder(Modules.section("the channel"));
        text.append("\\* A segment beyond the channel's capacity, or sent on a path that is cut, is gone.\n");
        if (channel.reordering()) {
            text.append("Sent(n, p, segments) ==\n  IF segments = <<>> \\/ world.cut THEN n\n")
                    .append("  ELSE [n EXCEPT ![Other(p)] = AllInBag(@, segments, ")
                    .append(capacity)
                    .append(")]\n")
                    .append("InFlight(p) == net[p]\nInFlightNext(p) == net'[p]\nDeliverable(p) == net[p]\n")
                    .append("Without(p, m) == [net EXCEPT ![p] = OutOfBag(@, m)]\n\n");
        } else {
            text.append("Sent(n, p, segments) ==\n  IF segments = <<>> \\/ world.cut THEN n\n")
                    .append("  ELSE [n EXCEPT ![Other(p)] = AllInQueue(@, segments, ")
                    .append(capacity)
                    .append(")]\n")
                    .append(
                            "InFlight(p) == {net[p][i] : i \\in DOMAIN net[p]}\nInFlightNext(p) == {net'[p][i] : i \\in DOMAIN net'[p]}\n")
                    .append("Deliverable(p) == IF net[p] = <<>> THEN {} ELSE {Head(net[p])}\n")
                    .append("Without(p, m) == [net EXCEPT ![p] = Tail(@)]\n\n");
        }
        text.append("\\* p takes the event e: one of its outcomes, what it sends enters what is in flight.\n")
                .append(
                        "Becomes(p, r, n, w) ==\n  /\\ tcb' = [tcb EXCEPT ![p] = r.tcb]\n  /\\ net' = Sent(n, p, r.sent)\n  /\\ world' = w\n  /\\ Stepped(tcb[p].state, r.tcb.state)\n")
                .append("Outcomes(s, e) == Memo(<<s, e>>, {Settled(r) : r \\in Step(s, e)})\n")
                .append("Takes(p, e, n, w) == \\E r \\in Outcomes(tcb[p], e) : Becomes(p, r, n, w)\n\n")
                .append("Arrival(m) == Memo(<<m>>, [event |-> \"SEGMENT-ARRIVES\", segment |-> m.segment])\n")
                .append("Arrive(p) == \\E m \\in Deliverable(p) : Takes(p, Arrival(m), Without(p, m), world)\n");
        if (channel.duplication() != null) {
            text.append("ArriveAgain(p) ==\n  /\\ world.duplications > 0\n  /\\ \\E m \\in Deliverable(p) :")
                    .append(" Takes(p, Arrival(m), net, [world EXCEPT !.duplications = @ - 1])\n");
        }
        if (channel.loss() != null) {
            text.append("Lose(p) ==\n  /\\ world.losses > 0\n  /\\ \\E m \\in Deliverable(p) : net' = Without(p, m)\n")
                    .append("  /\\ world' = [world EXCEPT !.losses = @ - 1]\n  /\\ UNCHANGED tcb\n");
        }
        return text.append('\n').toString();
    }

    private String users() {
        StringBuilder text = new StringBuilder();
        if (!calls.isEmpty()) {
            text.append(Modules.section("the users"));
        }
        for (UserAction call : calls) {
            List<String> guards = new ArrayList<>();
            if (call.budget() != null) {
                guards.add("world." + call.budget() + " > 0");
            }
            if (call.call().guard() != null) {
                guards.add(guard(call.call().guard(), call.peer()));
            }
            text.append(call.permitted())
                    .append(" == ")
                    .append(guards.isEmpty() ? "TRUE" : String.join(" /\\ ", guards))
                    .append('\n');
            text.append(call.event()).append(" == ").append(event(call)).append('\n');
            text.append(call.action())
                    .append(" ==\n  /\\ ")
                    .append(call.permitted())
                    .append("\n  /\\ Takes(")
                    .append(quoted(call.peer()))
                    .append(", ")
                    .append(call.event())
                    .append(", net, ")
                    .append(worldAfter(call))
                    .append(")\n\n");
        }
        return text.toString();
    }

    private String guard(Expr condition, String peer) {
        return expressions.operand(condition, Scope.operator(names, "tcb[" + quoted(peer) + "]", null));
    }

    private String worldAfter(UserAction call) {
        List<String> updates = new ArrayList<>();
        if (call.budget() != null) {
            updates.add("!." + call.budget() + " = @ - 1");
        }
        if (call.writes()) {
            updates.add("!.written_" + Identifiers.spelled(call.peer()) + " = @ + " + octets(call));
        }
        return updates.isEmpty() ? "world" : "[world EXCEPT " + String.join(", ", updates) + "]";
    }

    private String octets(UserAction call) {
        List<Protocol.Local> params = call.call().call().params();
        for (int i = 0; i < params.size(); i++) {
            if (params.get(i).type() instanceof Type.Octets) {
                return constant(call.call().args().get(i));
            }
        }
        return "0";
    }

    private String event(UserAction call) {
        List<String> fields = new ArrayList<>();
        fields.add("event |-> " + quoted(call.call().call().name()));
        List<Protocol.Local> params = call.call().call().params();
        for (int i = 0; i < params.size(); i++) {
            if (params.get(i).kind() == DataKind.RUNTIME) {
                continue;
            }
            String value = constant(call.call().args().get(i));
            if (params.get(i).type() instanceof Type.Octets) {
                // Tokens tell who wrote them: thousands by peer, then the place in what that peer ever wrote.
                int base = 1000 * (1 + environment.peers().indexOf(call.peer()));
                value = "Tokens(" + base + ", world.written_" + Identifiers.spelled(call.peer()) + ", " + value + ")";
            }
            fields.add(Names.argument(params.get(i).name()) + " |-> " + value);
        }
        return Layout.record(fields);
    }

    // ---- time and internal events
    // ------------------------------------------------------------------------------------

    private String time() {
        StringBuilder text = new StringBuilder(Modules.section("time"));
        text.append(
                        "\\* What is due happens before time goes on; at one instant in any order. A duration of n is n ticks between its start\n")
                .append(
                        "\\* and its end, so what starts and ends in the same instants may still be ordered either way.\n");
        List<String> expiring = new ArrayList<>();
        for (Machine.Timer timer : machine.timers()) {
            expiring.add(event("s." + names.timer(timer.name()) + " = 0", "timeout " + timer.name()));
        }
        text.append(own("Expire", "Expiring", expiring));
        List<String> offered = new ArrayList<>();
        for (Machine.Opportunity opportunity : machine.opportunities()) {
            offered.add(event(names.enabled(opportunity) + "(s)", opportunity.name()));
        }
        text.append(own("Offer", "Offered", offered)).append('\n');
        text.append(
                "\\* While no timer runs anywhere nobody can tell that time passes, and no segment has to grow old.\n");
        text.append("Tick ==\n  /\\ \\A p \\in Peers : ~Due(tcb[p])\n  /\\ \\E p \\in Peers : Waiting(tcb[p])\n");
        if (ages()) {
            String lifetime = constant(environment.channel().lifetime());
            String older = environment.channel().reordering() ? "OlderBag" : "OlderQueue";
            text.append(
                            "  \\* A segment arrives at an age of 0 up to its lifetime, both included; at that age time waits until it has\n")
                    .append("  \\* arrived or is lost, so that no segment dies but by a loss that counts.\n")
                    .append("  /\\ \\A p \\in Peers : \\A m \\in InFlight(p) : m.age < ")
                    .append(lifetime)
                    .append('\n')
                    .append("  /\\ net' = [p \\in Peers |-> ")
                    .append(older)
                    .append("(net[p])]\n");
        } else {
            text.append("  /\\ UNCHANGED net\n");
        }
        return text.append("  /\\ tcb' = [p \\in Peers |-> Ticked(tcb[p])]\n  /\\ UNCHANGED world\n\n")
                .toString();
    }

    private static String event(String condition, String name) {
        return "(IF " + condition + " THEN {[event |-> " + quoted(name) + "]} ELSE {})";
    }

    /** An action of a peer by itself: the events to choose from depend on its TCB alone. */
    private static String own(String action, String events, List<String> each) {
        return each.isEmpty()
                ? action + "(p) == FALSE\n"
                : events + "(s) ==\n  Memo(<<s>>, " + String.join("\n  \\cup ", each) + ")\n" + action
                        + "(p) == \\E e \\in " + events + "(tcb[p]) : Takes(p, e, net, world)\n";
    }

    private String hosts() {
        StringBuilder text = new StringBuilder();
        for (World.Crash crash : environment.crashes()) {
            String peer = quoted(crash.peer());
            String budget = "crashes_" + Identifiers.spelled(crash.peer());
            text.append("\\* The host loses its TCB and comes back with a new one.\n")
                    .append(crashAction(crash))
                    .append(" ==\n  /\\ world.")
                    .append(budget)
                    .append(" > 0\n  /\\ tcb[")
                    .append(peer)
                    .append("].state # NewTcb.state\n")
                    .append(crash.guard() == null ? "" : "  /\\ " + guard(crash.guard(), crash.peer()) + "\n")
                    .append("  /\\ tcb' = [tcb EXCEPT ![")
                    .append(peer)
                    .append("] = Deleted(@)]\n  /\\ world' = [world EXCEPT !.")
                    .append(budget)
                    .append(" = @ - 1]\n  /\\ UNCHANGED net\n\n");
        }
        if (environment.cuts() != null) {
            String empty = environment.channel().reordering() ? "{}" : "<<>>";
            text.append(
                            "\\* The path is gone for good, with all that is on it.\nCut ==\n  /\\ world.cuts > 0\n  /\\ ~world.cut\n  /\\ net' = [p \\in Peers |-> ")
                    .append(empty)
                    .append("]\n  /\\ world' = [world EXCEPT !.cuts = @ - 1, !.cut = TRUE]\n  /\\ UNCHANGED tcb\n\n");
        }
        return text.toString();
    }

    private String crashAction(World.Crash crash) {
        return names.operator("crash " + crash.peer(), "Crash_" + crash.peer());
    }

    private String next() {
        List<String> perPeer = new ArrayList<>(List.of("Arrive(p)", "Expire(p)", "Offer(p)"));
        if (environment.channel().duplication() != null) {
            perPeer.add("ArriveAgain(p)");
        }
        if (environment.channel().loss() != null) {
            perPeer.add("Lose(p)");
        }
        List<String> all = new ArrayList<>();
        perPeer.forEach(action -> all.add("\\E p \\in Peers : " + action));
        calls.forEach(call -> all.add(call.action()));
        environment.crashes().forEach(crash -> all.add(crashAction(crash)));
        if (environment.cuts() != null) {
            all.add("Cut");
        }
        all.add("Tick");
        List<String> fair = new ArrayList<>(List.of("WF_vars(Elapse)"));
        // Where segments age, time waits for them: then no arrival can be put off for ever without time standing still.
        (ages() ? List.of("Offer") : List.of("Arrive", "Offer"))
                .forEach(action ->
                        environment.peers().forEach(peer -> fair.add("WF_vars(" + action + "(" + quoted(peer) + "))")));
        calls.stream().filter(call -> call.call().fair()).forEach(call -> fair.add("WF_vars(" + call.action() + ")"));
        return "Next ==\n  \\/ " + String.join("\n  \\/ ", all) + "\n\nSpec == Init /\\ [][Next]_vars\n\n"
                + "\\* Time passes and what is due happens, segments arrive unless lost, offers are taken, users do what they do eventually.\n"
                + "Elapse == Tick \\/ \\E p \\in Peers : Expire(p)"
                + (ages() ? " \\/ Arrive(p)" : "")
                + "\n"
                + "FairSpec ==\n  /\\ Spec\n  /\\ " + String.join("\n  /\\ ", fair) + "\n\n";
    }

    /** Structural, so that no ENABLED is evaluated in every state: the cheap tests fail first. */
    private String terminal() {
        StringBuilder text = new StringBuilder();
        String empty = environment.channel().reordering() ? "{}" : "<<>>";
        text.append(
                        "\\* Nothing will happen any more: nothing in flight, no timer running, no call permitted, no offer that changes anything.\n")
                .append("\\* Crashes and cuts are not counted: nobody may rely on them.\n")
                .append("Idle(p, e) == \\A r \\in Outcomes(tcb[p], e) : r.tcb = tcb[p] /\\ r.sent = <<>>\n")
                .append("Terminal ==\n  /\\ \\A p \\in Peers : net[p] = ")
                .append(empty)
                .append(" /\\ ~Due(tcb[p]) /\\ ~Waiting(tcb[p])\n");
        for (UserAction call : calls) {
            text.append("  /\\ ~").append(call.permitted());
            if (call.budget() == null) {
                text.append(" \\/ Idle(")
                        .append(quoted(call.peer()))
                        .append(", ")
                        .append(call.event())
                        .append(')');
            }
            text.append('\n');
        }
        for (Machine.Opportunity opportunity : machine.opportunities()) {
            text.append("  /\\ \\A p \\in Peers : ~")
                    .append(names.enabled(opportunity))
                    .append("(tcb[p]) \\/ Idle(p, [event |-> ")
                    .append(quoted(opportunity.name()))
                    .append("])\n");
        }
        return text.append('\n').toString();
    }
}
