package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.StreamQuery;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** What a bare name means: local, variable, definition, parameter, bound, field, timer's or stream's quantity, member, state. */
final class NameLookup {
    private static final String SEGMENT_PREFIX = "SEG.";
    private static final String RETRIES = ".retries";

    private final Symbols symbols;

    NameLookup(Symbols symbols) {
        this.symbols = symbols;
    }

    Value value(Name name, Scope scope, Type hint) {
        return withPeer(name, scope, (inner, inside) -> unqualified(inner, inside, hint));
    }

    /** Takes {@code p.} off the front of a name in the checker's world, and puts what the rest means into that peer. */
    Value withPeer(Name name, Scope scope, BiFunction<Name, Scope, Value> rest) {
        int dot = name.text().indexOf('.');
        String front = dot < 0 ? name.text() : name.text().substring(0, dot);
        if (!scope.inWorld() || !isPeer(front, scope)) {
            return rest.apply(name, scope);
        }
        if (dot < 0) {
            return wrong(DiagnosticCode.NOT_HERE, name.place(), "`" + front + "` is a peer and no value", "");
        }
        Place place = name.place();
        Place behind =
                new Place(place.file(), place.line(), place.column() + dot + 1, place.endLine(), place.endColumn());
        Name inner = new Name(name.text().substring(dot + 1), behind);
        Value value = inner.text().equals("state")
                ? Value.plain(new Expr.StateRef(Types.STATE))
                : rest.apply(inner, scope.insidePeer());
        return value.isWrong() ? value : new Value(new Expr.AtPeer(front, value.expr(), value.type()), value.flow());
    }

    private boolean isPeer(String name, Scope scope) {
        if (scope.hasPeer(name)) {
            return true;
        }
        boolean declared = symbols.peers.contains(name);
        if (declared) {
            scope.facts().namesPeer(name);
        }
        return declared;
    }

    boolean peer(Name name, Scope scope) {
        if (isPeer(name.text(), scope)) {
            return true;
        }
        unknown(name, "peer", symbols.peers);
        return false;
    }

    private Value unqualified(Name name, Scope scope, Type hint) {
        String text = name.text();
        Scope.Named local = scope.local(text);
        if (local != null) {
            return new Value(
                    new Expr.LocalRef(
                            local.local(),
                            Types.isDuration(local.local().type())
                                    ? Types.DURATION
                                    : local.local().type()),
                    local.flow());
        }
        Machine.Variable variable = symbols.variables.get(text);
        if (variable != null) {
            return variable(variable, name, scope);
        }
        if (symbols.defines != null && symbols.defines.knows(text)) {
            return tcb(name, scope) ? symbols.defines.call(name, List.of(), scope) : Value.WRONG;
        }
        if (symbols.parameters.containsKey(text)) {
            Expr ref = new Expr.ParameterRef(
                    symbols.parameters.get(text), symbols.parameters.get(text).type());
            return Value.plain(ref);
        }
        if (symbols.bounds.containsKey(text) && (scope.inWorld() || scope.view() == Scope.View.BOUNDS)) {
            symbols.usage.mark(Usage.Sort.BOUND, text);
            return Value.plain(new Expr.BoundRef(text, symbols.bounds.get(text).type()));
        }
        if (symbols.spoiled.contains(text)) {
            return Value.WRONG;
        }
        Value dotted = dotted(name, scope);
        return dotted != null ? dotted : member(name, scope, hint);
    }

    private Value variable(Machine.Variable variable, Name name, Scope scope) {
        if (!tcb(name, scope)) {
            return Value.WRONG;
        }
        if (!Typing.visible(variable.kind(), scope)) {
            return runtimeInWorld(name);
        }
        symbols.usage.mark(Usage.Sort.VARIABLE, variable.name());
        Expr ref = new Expr.VariableRef(variable.name(), variable.kind(), variable.type());
        return new Value(ref, Flow.source(variable.kind(), variable.name()));
    }

    Value runtimeInWorld(Name name) {
        return wrong(
                DiagnosticCode.RUNTIME_IN_WORLD,
                name.place(),
                "`" + name.text() + "` is runtime data, which the checker does not see",
                "");
    }

    /** Whether the TCB can be seen here; reported if not. */
    private boolean tcb(Name name, Scope scope) {
        if (scope.seesTcb()) {
            return true;
        }
        if (scope.view() == Scope.View.PROPERTY) {
            wrong(
                    DiagnosticCode.NOT_HERE,
                    name.place(),
                    "every peer has a `" + name.text() + "` of its own",
                    "say of which peer: `p." + name.text() + "`");
        } else {
            wrong(
                    DiagnosticCode.NOT_CONSTANT,
                    name.place(),
                    "`" + name.text() + "` is not known before the machine runs",
                    "");
        }
        return false;
    }

    private Value dotted(Name name, Scope scope) {
        String text = name.text();
        if (text.startsWith(SEGMENT_PREFIX) && symbols.fields.containsKey(text.substring(SEGMENT_PREFIX.length()))) {
            return field(name, symbols.fields.get(text.substring(SEGMENT_PREFIX.length())), scope);
        }
        if (text.endsWith(RETRIES)) {
            String timer = text.substring(0, text.length() - RETRIES.length());
            if (symbols.timers.containsKey(timer)) {
                return tcb(name, scope) ? Value.plain(new Expr.TimerRetries(timer, Types.INT)) : Value.WRONG;
            }
        }
        int dot = text.lastIndexOf('.');
        Machine.Stream stream = dot < 0 ? null : symbols.streams.get(text.substring(0, dot));
        if (stream == null) {
            return null;
        }
        return tcb(name, scope) ? query(stream, text.substring(dot + 1), name, scope) : Value.WRONG;
    }

    private Value field(Name name, Symbols.FieldSignature field, Scope scope) {
        if (!scope.seesSegment()) {
            return wrong(
                    DiagnosticCode.NOT_HERE,
                    name.place(),
                    "no segment arrives here, so there is no `" + name.text() + "`",
                    scope.inWorld() ? "quantify over the segments on their way: `some segment to p: …`" : "");
        }
        if (!Typing.visible(field.kind(), scope)) {
            return runtimeInWorld(name);
        }
        scope.facts().usesSegment(name.place());
        return new Value(
                new Expr.FieldRef(field.name(), field.kind(), field.type()), Flow.source(field.kind(), name.text()));
    }

    private Value query(Machine.Stream stream, String word, Name name, Scope scope) {
        symbols.usage.mark(Usage.Sort.STREAM, stream.name());
        List<String> possible = new ArrayList<>();
        for (StreamQuery query : StreamQuery.values()) {
            if (!applies(query, stream.kind())) {
                continue;
            }
            possible.add(query.name().toLowerCase(Locale.ROOT));
            if (possible.get(possible.size() - 1).equals(word)) {
                if (query == StreamQuery.HISTORY && !scope.inWorld()) {
                    return wrong(
                            DiagnosticCode.PROPERTY_ONLY,
                            name.place(),
                            "a stream's history exists in the checker's world only",
                            "");
                }
                Type type = query == StreamQuery.HISTORY ? Types.OCTETS : Types.INT;
                return Value.plain(new Expr.StreamRead(stream, query, type));
            }
        }
        String kind = stream.kind().name().toLowerCase(Locale.ROOT);
        symbols.diagnostics.add(
                Diagnostic.of(DiagnosticCode.STREAM_MISUSE, name.place(), "a " + kind + " stream has no `" + word + "`")
                        .note("it has: " + String.join(", ", possible))
                        .help(DidYouMean.help(word, possible)));
        return Value.WRONG;
    }

    private static boolean applies(StreamQuery query, Machine.StreamKind kind) {
        return switch (query) {
            case LENGTH -> kind == Machine.StreamKind.SEND;
            case READY, READABLE, AHEAD -> kind == Machine.StreamKind.RECEIVE;
            case FREE, CAPACITY, HISTORY -> true;
        };
    }

    /** Whether the name is a member or a state only, so that its type depends on what it is compared with. */
    boolean needsHint(Name name, Scope scope) {
        String text = name.text();
        return scope.local(text) == null
                && !symbols.variables.containsKey(text)
                && !symbols.parameters.containsKey(text)
                && !symbols.bounds.containsKey(text)
                && (symbols.defines == null || !symbols.defines.knows(text))
                && (!symbols.enumerationsWith(text).isEmpty()
                        || symbols.states.containsKey(text)
                        || symbols.flags.values().stream()
                                .anyMatch(flags -> flags.members().contains(text)));
    }

    private Value member(Name name, Scope scope, Type hint) {
        String text = name.text();
        if (hint instanceof Type.Enumeration wanted && wanted.members().contains(text)) {
            return Value.plain(new Expr.EnumLiteral(text, wanted));
        }
        if (hint instanceof Type.Flags wanted && wanted.members().contains(text)) {
            return Value.plain(new Expr.FlagsValue(List.of(new Expr.ConditionalFlag(text, null)), wanted));
        }
        if (hint instanceof Type.StateValue && symbols.states.containsKey(text)) {
            return Value.plain(new Expr.StateLiteral(symbols.states.get(text), Types.STATE));
        }
        List<Type.Enumeration> owners = symbols.enumerationsWith(text);
        if (!owners.isEmpty()) {
            return Value.plain(new Expr.EnumLiteral(text, owners.get(0)));
        }
        if (symbols.states.containsKey(text)) {
            return Value.plain(new Expr.StateLiteral(symbols.states.get(text), Types.STATE));
        }
        new UnknownNames(symbols).report(name, scope, hint);
        return Value.WRONG;
    }

    /** The states of a name that is a state or a group; null, and reported, when it is neither. */
    List<Machine.State> states(Name name) {
        if (symbols.states.containsKey(name.text())) {
            return List.of(symbols.states.get(name.text()));
        }
        if (symbols.groups.containsKey(name.text())) {
            symbols.usage.mark(Usage.Sort.GROUP, name.text());
            return symbols.groups.get(name.text()).states();
        }
        List<String> candidates = new ArrayList<>(symbols.states.keySet());
        candidates.addAll(symbols.groups.keySet());
        unknown(name, "state or group", candidates);
        return null;
    }

    Machine.Stream stream(Name name, Scope scope) {
        Machine.Stream stream = symbols.streams.get(name.text());
        if (stream == null) {
            unknown(name, "stream", symbols.streams.keySet());
            return null;
        }
        symbols.usage.mark(Usage.Sort.STREAM, stream.name());
        return tcb(name, scope) ? stream : null;
    }

    /** The name of a timer, or null and reported. */
    String timer(Name name, Scope scope) {
        if (!symbols.timers.containsKey(name.text())) {
            if (!symbols.spoiled.contains("timer " + name.text())) {
                unknown(name, "timer", symbols.timers.keySet());
            }
            return null;
        }
        return tcb(name, scope) ? name.text() : null;
    }

    void unknown(Name name, String sort, Collection<String> candidates) {
        symbols.diagnostics.add(Diagnostic.of(
                        DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no " + sort + " `" + name.text() + "`")
                .help(DidYouMean.help(name.text(), candidates)));
    }

    private Value wrong(DiagnosticCode code, Place place, String message, String help) {
        symbols.diagnostics.add(Diagnostic.of(code, place, message).help(help));
        return Value.WRONG;
    }
}
