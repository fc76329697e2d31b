package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.Name;
import io.fourwave.spec.syntax.TypeTerm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** Resolves types. */
final class TypeTerms {
    private final Symbols symbols;
    private final Expressions expressions;

    TypeTerms(Symbols symbols, Expressions expressions) {
        this.symbols = symbols;
        this.expressions = expressions;
    }

    /** A range and what its bounds depend on, for choices. */
    record Bounded(Type type, Flow flow) {}

    /** A declared type, its bounds constant; null and reported when wrong. */
    Type type(TypeTerm term) {
        Bounded bounded = type(term, Scope.constant());
        if (bounded != null && bounded.type() instanceof Type.Range range && Types.isDuration(range)) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.NOT_ALLOWED_TYPE,
                            term.place(),
                            "a range of durations can be chosen from, but not declared")
                    .help("declare it as `duration`"));
            return null;
        }
        return bounded == null ? null : bounded.type();
    }

    /** A type whose bounds are seen from this scope. */
    Bounded type(TypeTerm term, Scope scope) {
        if (term instanceof TypeTerm.RangeOf range) {
            return range(range, scope);
        }
        Type type = plain(term);
        return type == null ? null : new Bounded(type, Flow.PLAIN);
    }

    private Type plain(TypeTerm term) {
        if (term instanceof TypeTerm.Builtin builtin) {
            return switch (builtin.word()) {
                case "bool" -> Types.BOOL;
                case "int" -> Types.INT;
                case "seq" -> Types.SEQ;
                case "duration" -> Types.DURATION;
                default -> Types.OCTETS;
            };
        }
        if (term instanceof TypeTerm.FlagsOf flags) {
            symbols.usage.mark(Usage.Sort.TYPE, flags.name().text());
            Type.Flags found = symbols.flags.get(flags.name().text());
            return found != null ? found : unknown(flags.name(), "set of flags", symbols.flags.keySet());
        }
        Name name = ((TypeTerm.Named) term).name();
        symbols.usage.mark(Usage.Sort.TYPE, name.text());
        Type.Enumeration found = symbols.enumerations.get(name.text());
        if (found != null) {
            return found;
        }
        if (symbols.flags.containsKey(name.text())) {
            symbols.diagnostics.add(
                    Diagnostic.of(DiagnosticCode.WRONG_SORT, name.place(), "`" + name.text() + "` is a set of flags")
                            .help("write `flags " + name.text() + "`"));
            return null;
        }
        List<String> known = new ArrayList<>(symbols.enumerations.keySet());
        known.addAll(List.of("bool", "int", "seq", "duration", "octets"));
        return unknown(name, "type", known);
    }

    private Type unknown(Name name, String sort, Collection<String> candidates) {
        if (!symbols.spoiled.contains(name.text())) {
            symbols.diagnostics.add(Diagnostic.of(
                            DiagnosticCode.UNKNOWN_NAME, name.place(), "there is no " + sort + " `" + name.text() + "`")
                    .help(DidYouMean.help(name.text(), candidates)));
        }
        return null;
    }

    private Bounded range(TypeTerm.RangeOf range, Scope scope) {
        Value low = expressions.any(range.low(), scope, null);
        Value high = expressions.any(range.high(), scope, null);
        if (low.isWrong() || high.isWrong()) {
            return null;
        }
        boolean ints = Types.isInt(low.type()) && Types.isInt(high.type());
        boolean durations = Types.isDuration(low.type()) && Types.isDuration(high.type());
        if (!ints && !durations) {
            symbols.diagnostics.add(
                    DiagnosticCode.TYPE_MISMATCH,
                    range.place(),
                    "a range is between two integers or two durations, not between " + Types.describe(low.type())
                            + " and " + Types.describe(high.type()));
            return null;
        }
        checkOrder(range, low, high);
        return new Bounded(new Type.Range(low.expr(), high.expr()), low.flow().join(high.flow()));
    }

    private void checkOrder(TypeTerm.RangeOf range, Value low, Value high) {
        for (int profile = 0; profile < symbols.profiles.size(); profile++) {
            OptionalLong from = Constants.value(low.expr(), profile);
            OptionalLong to = Constants.value(high.expr(), profile);
            if (from.isPresent() && to.isPresent() && from.getAsLong() > to.getAsLong()) {
                symbols.diagnostics.add(
                        DiagnosticCode.EMPTY_RANGE, range.place(), "no value lies between these bounds");
                return;
            }
        }
    }
}
