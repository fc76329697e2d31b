package io.fourwave.spec.resolve;

import io.fourwave.spec.diagnostic.Diagnostic;
import io.fourwave.spec.diagnostic.DiagnosticCode;
import io.fourwave.spec.diagnostic.DidYouMean;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.syntax.Declaration;
import io.fourwave.spec.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Resolves what stands outside the machine: types, parameters, fields, calls, outcomes, policies. */
final class Declarations {
    private final Symbols symbols;
    private final Expressions expressions;
    private final TypeTerms types;
    private final Map<String, Place> taken = new HashMap<>();

    Declarations(Symbols symbols, Expressions expressions, TypeTerms types) {
        this.symbols = symbols;
        this.expressions = expressions;
        this.types = types;
    }

    /** Whether the name is new among those of its sort; reported if not. */
    boolean isNew(String sort, Name name) {
        Place before = taken.putIfAbsent(sort + " " + name.text(), name.place());
        if (before == null) {
            return true;
        }
        symbols.diagnostics.add(
                Diagnostic.of(DiagnosticCode.DECLARED_TWICE, name.place(), "`" + name.text() + "` is declared twice")
                        .note("the other declaration is at " + before));
        return false;
    }

    void types(List<Declaration> declarations) {
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.EnumPart part && isNew("type", part.name())) {
                symbols.enumerations.put(
                        part.name().text(), new Type.Enumeration(part.name().text(), members(part.members())));
            } else if (declaration instanceof Declaration.FlagsPart part && isNew("type", part.name())) {
                symbols.flags.put(part.name().text(), new Type.Flags(part.name().text(), members(part.members())));
            } else if (declaration instanceof Declaration.Profiles part) {
                part.names().stream()
                        .filter(name -> isNew("profile", name))
                        .forEach(name -> symbols.profiles.add(name.text()));
            }
        }
        if (symbols.profiles.isEmpty()) {
            symbols.profiles.add("default");
        }
    }

    private List<String> members(List<Name> names) {
        List<String> members = new ArrayList<>();
        for (Name name : names) {
            if (members.contains(name.text())) {
                symbols.diagnostics.add(
                        DiagnosticCode.DECLARED_TWICE, name.place(), "`" + name.text() + "` is a member already");
            } else {
                members.add(name.text());
            }
        }
        return List.copyOf(members);
    }

    void parameters(List<Declaration> declarations) {
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.ParameterPart part) {
                Requirements.check(part.tags(), symbols.diagnostics);
                Type type = types.type(part.type());
                if (!isNew("value", part.name())
                        || type == null
                        || !keepable(type, part.type().place())) {
                    symbols.spoiled.add(part.name().text());
                    continue;
                }
                List<Expr> values = values(part, type);
                if (values == null) {
                    symbols.spoiled.add(part.name().text());
                    continue;
                }
                String name = part.name().text();
                List<String> tags = Requirements.ids(part.tags());
                symbols.parameters.put(
                        name, new Protocol.Parameter(name, type, values, tags, part.doc(), part.place()));
            }
        }
    }

    /** Whether a variable or parameter may have this type. */
    boolean keepable(Type type, Place place) {
        if (type instanceof Type.Octets) {
            symbols.diagnostics.add(
                    Diagnostic.of(DiagnosticCode.NOT_ALLOWED_TYPE, place, "octets are kept in streams only")
                            .help("declare a `stream`"));
            return false;
        }
        return true;
    }

    private List<Expr> values(Declaration.ParameterPart part, Type type) {
        List<Expr> values = new ArrayList<>();
        if (part.common().isPresent()) {
            Value value = expressions.constant(part.common().get(), type);
            for (int profile = 0; profile < symbols.profiles.size() && !value.isWrong(); profile++) {
                values.add(folded(value.expr(), profile));
            }
            return value.isWrong() ? null : List.copyOf(values);
        }
        Map<String, Value> given = new HashMap<>();
        for (Declaration.ProfileValue value : part.values()) {
            String profile = value.profile().text();
            if (!symbols.profiles.contains(profile)) {
                symbols.diagnostics.add(Diagnostic.of(
                                DiagnosticCode.UNKNOWN_NAME,
                                value.profile().place(),
                                "there is no profile `" + profile + "`")
                        .help(DidYouMean.help(profile, symbols.profiles)));
            } else if (given.put(profile, expressions.constant(value.value(), type)) != null) {
                symbols.diagnostics.add(
                        DiagnosticCode.REPEATED_CLAUSE,
                        value.profile().place(),
                        "profile `" + profile + "` has a value already");
            }
        }
        return perProfile(part, given);
    }

    private List<Expr> perProfile(Declaration.ParameterPart part, Map<String, Value> given) {
        List<Expr> values = new ArrayList<>();
        for (int profile = 0; profile < symbols.profiles.size(); profile++) {
            Value value = given.get(symbols.profiles.get(profile));
            if (value == null) {
                symbols.diagnostics.add(
                        DiagnosticCode.PROFILE_VALUES,
                        part.name().place(),
                        "`" + part.name().text() + "` has no value in profile `" + symbols.profiles.get(profile) + "`");
                return null;
            }
            if (value.isWrong()) {
                return null;
            }
            values.add(folded(value.expr(), profile));
        }
        return List.copyOf(values);
    }

    /** A literal of the same value: backends need not evaluate. */
    static Expr folded(Expr expr, int profile) {
        OptionalLong value = Constants.value(expr, profile);
        if (value.isEmpty()) {
            return expr;
        }
        if (Types.isDuration(expr.type())) {
            return new Expr.DurationLiteral(value.getAsLong(), Types.DURATION);
        } else if (Types.isBool(expr.type())) {
            return new Expr.BoolLiteral(value.getAsLong() != 0, Types.BOOL);
        }
        return new Expr.IntLiteral((int) value.getAsLong(), Types.base(expr.type()));
    }

    void signatures(List<Declaration> declarations) {
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.SegmentPart part) {
                part.fields().forEach(this::field);
            } else if (declaration instanceof Declaration.CallPart part) {
                call(part);
            } else if (declaration instanceof Declaration.ErrorPart part && isNew("error", part.name())) {
                String name = part.name().text();
                symbols.errors.put(name, new Protocol.Outcome(name, part.text(), part.doc(), part.place()));
            } else if (declaration instanceof Declaration.NoticePart part && isNew("notice", part.name())) {
                String name = part.name().text();
                symbols.notices.put(name, new Protocol.Outcome(name, part.text(), part.doc(), part.place()));
            } else if (declaration instanceof Declaration.PolicyPart part) {
                policy(part);
            }
        }
    }

    private void field(Declaration.FieldPart part) {
        Requirements.check(part.tags(), symbols.diagnostics);
        Type type = types.type(part.type());
        String name = part.name().text();
        if (!isNew("field", part.name()) || type == null) {
            symbols.spoiled.add("field " + name);
            symbols.spoiled.add("SEG." + name);
            return;
        }
        symbols.fields.put(name, new Symbols.FieldSignature(name, part.kind(), type));
    }

    private void call(Declaration.CallPart part) {
        Requirements.check(part.tags(), symbols.diagnostics);
        List<Protocol.Local> params = params(part.params());
        String name = part.name().text();
        if (!isNew("event", part.name()) || params == null) {
            symbols.spoiled.add("event " + name);
            return;
        }
        List<String> tags = Requirements.ids(part.tags());
        symbols.calls.put(name, new Protocol.UserCall(name, params, tags, part.doc(), part.place()));
    }

    private void policy(Declaration.PolicyPart part) {
        Requirements.check(part.tags(), symbols.diagnostics);
        List<Protocol.Local> params = params(part.params());
        Type result = part.result().map(types::type).orElse(null);
        String name = part.name().text();
        boolean good = params != null && (result != null || part.result().isEmpty());
        if (!isNew("policy", part.name()) || !good) {
            symbols.spoiled.add("policy " + name);
            return;
        }
        List<String> tags = Requirements.ids(part.tags());
        symbols.policies.put(name, new Protocol.Policy(name, params, result, tags, part.doc(), part.place()));
    }

    /** Null when one of the types is wrong. */
    List<Protocol.Local> params(List<Declaration.Param> terms) {
        List<Protocol.Local> params = new ArrayList<>();
        boolean good = true;
        for (Declaration.Param term : terms) {
            Type type = types.type(term.type());
            String name = term.name().text();
            if (params.stream().anyMatch(param -> param.name().equals(name))) {
                symbols.diagnostics.add(
                        DiagnosticCode.DECLARED_TWICE, term.name().place(), "`" + name + "` is a parameter already");
                good = false;
            }
            good &= type != null;
            params.add(new Protocol.Local(name, type, DataKind.PLAIN));
        }
        return good ? List.copyOf(params) : null;
    }
}
