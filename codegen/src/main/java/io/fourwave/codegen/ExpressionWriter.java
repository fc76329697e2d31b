package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.ExprVisitor;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.StreamQuery;
import java.util.ArrayList;
import java.util.List;

/** Spells one expression in Java. */
final class ExpressionWriter implements ExprVisitor<Code> {
    private final MachineContext context;
    private final Locals locals;
    private final OperatorWriter operators;

    ExpressionWriter(MachineContext context, Locals locals) {
        this.context = context;
        this.locals = locals;
        this.operators = new OperatorWriter(this);
    }

    Code write(Expr expr) {
        return expr.accept(this);
    }

    /** As an argument, a right-hand side, a condition. */
    CodeBlock block(Expr expr) {
        return write(expr).block();
    }

    /** Arguments of a method, those for ghost parameters left out; each after a comma if {@code follows}. */
    CodeBlock args(List<Protocol.Local> params, List<Expr> args, boolean follows) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean comma = follows;
        for (int i = 0; i < args.size(); i++) {
            if (params.get(i).kind() != DataKind.GHOST) {
                code.add(comma ? ",$W" : "").add(block(args.get(i)));
                comma = true;
            }
        }
        return code.build();
    }

    /** A condition turned around. */
    Code not(Expr condition) {
        return operators.not(condition);
    }

    @Override
    public Code boolLiteral(Expr.BoolLiteral node) {
        return Code.primary("$L", node.value());
    }

    @Override
    public Code intLiteral(Expr.IntLiteral node) {
        return Code.of(node.value() < 0 ? Code.UNARY : Code.PRIMARY, "$L", node.value());
    }

    @Override
    public Code durationLiteral(Expr.DurationLiteral node) {
        return duration(node.nanos());
    }

    /** {@code 200_000_000L}: groups of three, to be read as milli, micro and nano. */
    static Code duration(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            return Code.primary("$T.FOREVER", RuntimeNames.NANOS);
        }
        StringBuilder digits = new StringBuilder(Long.toString(nanos));
        int firstDigit = nanos < 0 ? 1 : 0;
        for (int i = digits.length() - 3; i > firstDigit; i -= 3) {
            digits.insert(i, '_');
        }
        return Code.of(nanos < 0 ? Code.UNARY : Code.PRIMARY, "$LL", digits.toString());
    }

    @Override
    public Code enumLiteral(Expr.EnumLiteral node) {
        return Code.primary("$T.$L", context.types().enumeration(node.type()), Naming.constant(node.member()));
    }

    @Override
    public Code flagsValue(Expr.FlagsValue node) {
        List<CodeBlock> parts = new ArrayList<>();
        for (Expr.ConditionalFlag flag : node.flags()) {
            CodeBlock bit = CodeBlock.of("$T.$L", context.types().flags(node.type()), Naming.constant(flag.member()));
            parts.add(
                    flag.condition() == null
                            ? bit
                            : CodeBlock.of(
                                    "($L ? $L : 0)", write(flag.condition()).in(Code.OR), bit));
        }
        return switch (parts.size()) {
            case 0 -> Code.primary("0");
            case 1 -> new Code(parts.get(0), Code.PRIMARY);
            default -> new Code(CodeBlock.join(parts, " | "), Code.BIT_OR);
        };
    }

    @Override
    public Code parameterRef(Expr.ParameterRef node) {
        return Code.primary(
                "parameters.$L", context.names().parameter(node.parameter().name()));
    }

    @Override
    public Code variableRef(Expr.VariableRef node) {
        return Code.primary("$L", context.names().variable(node.variable()));
    }

    @Override
    public Code localRef(Expr.LocalRef node) {
        return Code.primary("$L", locals.name(node.local().name()));
    }

    @Override
    public Code fieldRef(Expr.FieldRef node) {
        return Code.primary("seg.$L", context.names().segmentField(node.field()));
    }

    @Override
    public Code stateRef(Expr.StateRef node) {
        return Code.primary("state");
    }

    @Override
    public Code stateLiteral(Expr.StateLiteral node) {
        return Code.primary(
                "$T.$L", context.classes().state(), Naming.constant(node.state().name()));
    }

    @Override
    public Code inStates(Expr.InStates node) {
        return context.inStates(write(node.value()).in(Code.PRIMARY), node.states());
    }

    @Override
    public Code streamRead(Expr.StreamRead node) {
        if (node.query() == StreamQuery.HISTORY) {
            throw modelOnly("a stream's history");
        }
        return Code.primary(
                "$L.$L()",
                context.names().stream(node.stream()),
                Naming.camel(node.query().name()));
    }

    @Override
    public Code slice(Expr.Slice node) {
        return slice(node, context.newScratch());
    }

    /** The slice, pointed at by the octets of the given name. */
    Code slice(Expr.Slice node, String into) {
        return Code.primary(
                "$L.slice($L, $L, $L)",
                context.names().stream(node.stream()),
                block(node.offset()),
                block(node.count()),
                into);
    }

    @Override
    public Code octetsLength(Expr.OctetsLength node) {
        return Code.primary("$L.length()", write(node.octets()).in(Code.PRIMARY));
    }

    @Override
    public Code timerRunning(Expr.TimerRunning node) {
        return Code.of(
                Code.EQUALITY, "$L != OFF", context.names().timer(node.timer()).deadline());
    }

    @Override
    public Code timerRetries(Expr.TimerRetries node) {
        return Code.primary("$L", context.names().timer(node.timer()).retries());
    }

    @Override
    public Code unary(Expr.Unary node) {
        return operators.unary(node);
    }

    @Override
    public Code binary(Expr.Binary node) {
        return operators.binary(node);
    }

    @Override
    public Code hasFlag(Expr.HasFlag node) {
        return hasFlag(node, "!=");
    }

    Code hasFlag(Expr.HasFlag node, String comparator) {
        return Code.of(
                Code.EQUALITY,
                "($L & $T.$L) $L 0",
                write(node.flags()).in(Code.BIT_AND),
                context.types().flags(node.flags().type()),
                Naming.constant(node.member()),
                comparator);
    }

    @Override
    public Code conditional(Expr.Conditional node) {
        return Code.of(
                Code.CONDITIONAL,
                "$L$W? $L$W: $L",
                write(node.condition()).in(Code.OR),
                write(node.then()).in(Code.OR),
                block(node.otherwise()));
    }

    @Override
    public Code defineCall(Expr.DefineCall node) {
        Machine.Define define = context.define(node.define());
        return Code.primary(
                "$L($L$L)",
                context.use(context.names().define(node.define())),
                define.usesSegment() ? "seg" : "",
                args(define.params(), node.args(), define.usesSegment()));
    }

    @Override
    public Code ticksLiteral(Expr.TicksLiteral node) {
        throw modelOnly("a number of ticks");
    }

    @Override
    public Code boundRef(Expr.BoundRef node) {
        throw modelOnly("a bound of an environment");
    }

    @Override
    public Code atPeer(Expr.AtPeer node) {
        throw modelOnly("another peer");
    }

    @Override
    public Code forPeers(Expr.ForPeers node) {
        throw modelOnly("a quantifier over peers");
    }

    @Override
    public Code inFlight(Expr.InFlight node) {
        throw modelOnly("a quantifier over segments in flight");
    }

    @Override
    public Code isPrefix(Expr.IsPrefix node) {
        throw modelOnly("isPrefix");
    }

    @Override
    public Code next(Expr.Next node) {
        throw modelOnly("next");
    }

    private static IllegalArgumentException modelOnly(String what) {
        return new IllegalArgumentException("the IR has " + what + " inside a machine; only the model knows that");
    }
}
