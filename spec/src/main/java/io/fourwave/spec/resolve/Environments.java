package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.ir.World;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.Term;
import io.fourwave.spec.syntax.WorldPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves environments. */
final class Environments {
    private final Symbols symbols;
    private final Expressions expressions;
    private final TypeTerms types;

    Environments(Symbols symbols, Expressions expressions, TypeTerms types) {
        this.symbols = symbols;
        this.expressions = expressions;
        this.types = types;
    }

    World.Environment environment(WorldPart.EnvironmentPart part) {
        List<String> peers = peers(part);
        symbols.peers.addAll(peers);
        symbols.bounds.clear();
        bounds(part);
        World.Channel channel = null;
        Expr cuts = null;
        List<World.User> users = new ArrayList<>();
        List<World.Crash> crashes = new ArrayList<>();
        for (WorldPart.EnvironmentItem item : part.items()) {
            if (item instanceof WorldPart.ChannelPart given) {
                once(channel, "channel", given.place());
                channel = channel(given);
            } else if (item instanceof WorldPart.CutPart cut) {
                once(cuts, "cut", cut.place());
                cuts = number(cut.atMost());
            } else if (item instanceof WorldPart.UserPart user && isPeer(user.peer(), peers)) {
                users.add(new World.User(user.peer().text(), calls(user), user.place()));
            } else if (item instanceof WorldPart.CrashPart crash && isPeer(crash.peer(), peers)) {
                crashes.add(new World.Crash(
                        crash.peer().text(), number(crash.atMost()), guard(crash.guard()), crash.place()));
            }
        }
        if (channel == null) {
            incomplete(part, "has no channel", "add `channel { … }`");
        }
        return new World.Environment(
                part.name().text(),
                peers,
                List.copyOf(symbols.bounds.values()),
                channel,
                List.copyOf(users),
                List.copyOf(crashes),
                cuts,
                part.doc(),
                part.place());
    }

    private void incomplete(WorldPart.EnvironmentPart part, String what, String help) {
        symbols.diagnostics.add(Diagnostic.of(
                        DiagnosticCode.ENVIRONMENT,
                        part.name().place(),
                        "environment `" + part.name().text() + "` " + what)
                .help(help));
    }

    private void once(Object before, String word, Place place) {
        if (before != null) {
            symbols.diagnostics.add(
                    DiagnosticCode.REPEATED_CLAUSE, place, "this environment has a `" + word + "` already");
        }
    }

    private List<String> peers(WorldPart.EnvironmentPart part) {
        List<String> peers = new ArrayList<>();
        for (WorldPart.EnvironmentItem item : part.items()) {
            if (item instanceof WorldPart.Peers given) {
                once(peers.isEmpty() ? null : peers, "peers", given.place());
                if (given.first().text().equals(given.second().text())) {
                    symbols.diagnostics.add(
                            DiagnosticCode.DECLARED_TWICE, given.second().place(), "both peers have the same name");
                }
                peers = List.of(given.first().text(), given.second().text());
                dotless(given.first());
                dotless(given.second());
            }
        }
        if (peers.isEmpty()) {
            incomplete(part, "names no peers", "add `peers A, B`");
        }
        return peers;
    }

    /** A dot ends a peer's name in {@code p.COUNT}. */
    private void dotless(Name peer) {
        if (peer.text().contains(".")) {
            symbols.diagnostics.add(
                    DiagnosticCode.ENVIRONMENT, peer.place(), "the name of a peer holds no dot, as in `A.COUNT`");
        }
    }

    private boolean isPeer(Name name, List<String> peers) {
        if (peers.isEmpty() || peers.contains(name.text())) {
            return true;
        }
        symbols.diagnostics.add(
                Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no peer `" + name.text() + "`")
                        .help(DidYouMean.help(name.text(), peers)));
        return false;
    }

    private void bounds(WorldPart.EnvironmentPart part) {
        for (WorldPart.EnvironmentItem item : part.items()) {
            if (!(item instanceof WorldPart.BoundPart bound)) {
                continue;
            }
            String name = bound.name().text();
            if (symbols.bounds.containsKey(name) || symbols.parameters.containsKey(name)) {
                symbols.diagnostics.add(
                        DiagnosticCode.DECLARED_TWICE, bound.name().place(), "`" + name + "` is declared twice");
            }
            Type type = types.type(bound.type());
            if (type != null) {
                symbols.bounds.put(name, new Protocol.Local(name, type, DataKind.PLAIN));
            } else {
                symbols.spoiled.add(name);
            }
        }
    }

    private Expr number(Term term) {
        return expressions.wanted(term, Scope.bounds(), Types.INT).expr();
    }

    private World.Channel channel(WorldPart.ChannelPart part) {
        return new World.Channel(
                part.loss().map(this::number).orElse(null),
                part.duplication().map(this::number).orElse(null),
                part.reordering(),
                part.lifetime()
                        .map(term -> expressions
                                .wanted(term, Scope.bounds(), Types.DURATION)
                                .expr())
                        .orElse(null),
                part.capacity().map(this::number).orElse(null),
                part.place());
    }

    private List<World.PermittedCall> calls(WorldPart.UserPart user) {
        List<World.PermittedCall> calls = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (WorldPart.UserCallPart part : user.calls()) {
            part.label()
                    .filter(label -> !labels.add(label.text()))
                    .ifPresent(label -> symbols.diagnostics.add(
                            DiagnosticCode.DECLARED_TWICE,
                            label.place(),
                            "another call of this user is labelled `" + label.text() + "`"));
            Protocol.UserCall call = symbols.calls.get(part.call().text());
            if (call != null) {
                calls.add(call(call, part));
            } else if (!symbols.spoiled.contains("event " + part.call().text())) {
                symbols.diagnostics.add(Diagnostic.of(
                                DiagnosticCode.UNKNOWN_NAME,
                                part.call().place(),
                                "there is no call `" + part.call().text() + "`")
                        .help(DidYouMean.help(part.call().text(), symbols.calls.keySet())));
            }
        }
        return List.copyOf(calls);
    }

    private World.PermittedCall call(Protocol.UserCall call, WorldPart.UserCallPart part) {
        if (part.args().size() != call.params().size()) {
            symbols.diagnostics.add(
                    DiagnosticCode.ARGUMENT_COUNT,
                    part.call().place(),
                    "`" + call.name() + "` takes " + Defines.count(call.params().size()) + ", not "
                            + part.args().size());
        }
        List<Expr> args = new ArrayList<>();
        for (int i = 0; i < Math.min(part.args().size(), call.params().size()); i++) {
            Type type = call.params().get(i).type();
            // Of octets the environment says how many; which ones is the model's business.
            Type wanted = Types.isOctets(type) ? Types.INT : type;
            Value value = expressions.wanted(part.args().get(i), Scope.bounds(), wanted);
            if (!value.isWrong()) {
                args.add(value.expr());
            }
        }
        return new World.PermittedCall(
                call,
                List.copyOf(args),
                part.label().map(Name::text).orElse(""),
                part.atMost().map(this::number).orElse(null),
                guard(part.guard()),
                part.fair(),
                part.place());
    }

    private Expr guard(Optional<Term> guard) {
        return guard.map(term -> expressions.condition(term, Scope.peer()).expr())
                .orElse(null);
    }
}
