package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.Type;
import io.fourwave.spec.ir.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values a scenario gives to the constants of the modules, as TLC's configuration wants them. */
final class Constants {
    private static final long FOREVER = 1_000_000;

    private final Protocol protocol;
    private final World.Environment environment;
    private final World.Scenario scenario;
    private final Names names;

    Constants(Protocol protocol, World.Environment environment, World.Scenario scenario, Names names) {
        this.protocol = protocol;
        this.environment = environment;
        this.scenario = scenario;
        this.names = names;
    }

    Map<String, String> values() {
        List<String> open = names.parametersUsed().stream()
                .filter(this::isOpen)
                .map(Protocol.Parameter::name)
                .toList();
        if (!open.isEmpty()) {
            throw new ExportException(
                    "scenario `" + scenario.name() + "` does not say how many ticks `" + String.join("`, `", open)
                            + (open.size() == 1 ? "` is" : "` are"),
                    "add a line for each, such as `" + open.get(0) + " = 2 ticks` or `" + open.get(0) + " = forever`");
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("MODULUS", Integer.toString(scenario.modulus()));
        for (Protocol.Parameter parameter : names.parametersUsed()) {
            values.put(names.parameter(parameter), parameter(parameter));
        }
        for (Machine.Stream stream : names.capacitiesUsed()) {
            values.put(names.capacity(stream), Integer.toString(capacity(stream)));
        }
        for (Protocol.Policy policy : names.policiesUsed()) {
            values.put(names.choices(policy), choices(policy));
        }
        for (Protocol.Local bound : environment.bounds()) {
            values.put(names.operator("bound " + bound.name(), bound.name()), bound(bound.name()));
        }
        return values;
    }

    private String parameter(Protocol.Parameter parameter) {
        World.Binding binding = binding(parameter.name());
        if (binding != null) {
            return fold(binding.value());
        }
        return fold(ofProfile(parameter));
    }

    private Expr ofProfile(Protocol.Parameter parameter) {
        int profile =
                scenario.profile() == null ? 0 : Math.max(0, protocol.profiles().indexOf(scenario.profile()));
        return parameter.values().get(Math.min(profile, parameter.values().size() - 1));
    }

    /** A profile counts durations in nanoseconds; only none and for ever are the same in ticks. */
    private boolean isOpen(Protocol.Parameter parameter) {
        return binding(parameter.name()) == null
                && ofProfile(parameter) instanceof Expr.DurationLiteral literal
                && literal.nanos() != 0
                && literal.nanos() != Long.MAX_VALUE;
    }

    private String bound(String name) {
        World.Binding binding = binding(name);
        if (binding == null) {
            throw new ExportException(
                    "scenario `" + scenario.name() + "` gives no number to the bound `" + name + "`",
                    "add a line such as `" + name + " = 1`");
        }
        return fold(binding.value());
    }

    private World.Binding binding(String name) {
        return scenario.bindings().stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private int capacity(Machine.Stream stream) {
        return scenario.capacities().stream()
                .filter(c -> c.stream().equals(stream.name()))
                .mapToInt(World.StreamCapacity::capacity)
                .findFirst()
                .orElseThrow(() -> new ExportException(
                        "scenario `" + scenario.name() + "` gives no capacity to the stream `" + stream.name() + "`",
                        "add a line such as `stream " + stream.name() + " capacity 2`"));
    }

    private String choices(Protocol.Policy policy) {
        for (World.Restriction restriction : scenario.restrictions()) {
            if (restriction.policy().equals(policy.name())) {
                return "{"
                        + String.join(
                                ", ",
                                restriction.values().stream().map(this::fold).toList()) + "}";
            }
        }
        Type type = policy.result();
        if (type instanceof Type.Bool) {
            return "{TRUE, FALSE}";
        }
        if (type instanceof Type.Enumeration enumeration) {
            return "{"
                    + String.join(
                            ", ",
                            enumeration.members().stream().map(Values::quoted).toList()) + "}";
        }
        if (type instanceof Type.Range || type instanceof Type.Int || type instanceof Type.Duration) {
            return "{}";
        }
        throw new ExportException(
                "scenario `" + scenario.name() + "` does not say what the policy `" + policy.name() + "` may choose",
                "add a line such as `choice " + policy.name() + " in {0, 1}`");
    }

    private String fold(Expr expr) {
        if (expr instanceof Expr.BoolLiteral literal) {
            return literal.value() ? "TRUE" : "FALSE";
        }
        if (expr instanceof Expr.EnumLiteral literal) {
            return Values.quoted(literal.member());
        }
        return Long.toString(number(expr));
    }

    /** The value of a constant expression; durations in ticks. */
    long number(Expr expr) {
        if (expr instanceof Expr.IntLiteral literal) {
            return literal.value();
        }
        if (expr instanceof Expr.TicksLiteral literal) {
            return literal.ticks();
        }
        if (expr instanceof Expr.DurationLiteral literal) {
            Values.duration(literal);
            return literal.nanos() == 0 ? 0 : FOREVER;
        }
        if (expr instanceof Expr.BoundRef ref) {
            return Long.parseLong(bound(ref.bound()));
        }
        if (expr instanceof Expr.ParameterRef ref) {
            return Long.parseLong(parameter(ref.parameter()));
        }
        if (expr instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NEGATE) {
            return -number(unary.operand());
        }
        if (expr instanceof Expr.Binary binary) {
            long left = number(binary.left());
            long right = number(binary.right());
            return switch (binary.op()) {
                case ADD, SEQ_ADD -> left + right;
                case SUBTRACT, SEQ_SUBTRACT -> left - right;
                case MULTIPLY -> left * right;
                case MIN -> Math.min(left, right);
                case MAX -> Math.max(left, right);
                default -> throw notConstant();
            };
        }
        throw notConstant();
    }

    private ExportException notConstant() {
        return new ExportException(
                "scenario `" + scenario.name() + "` binds a name to what is not a constant",
                "give a number, a truth value or ticks");
    }
}
