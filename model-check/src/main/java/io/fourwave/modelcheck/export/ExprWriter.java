package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.ExprVisitor;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.StreamQuery;
import io.fourwave.spec.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An expression as TLA+ text. Operands that are not names, calls or literals stand in parentheses, so precedence is no question. */
final class ExprWriter {
    private final Protocol protocol;
    private final Facts facts;
    private final Names names;

    ExprWriter(Protocol protocol, Facts facts, Names names) {
        this.protocol = protocol;
        this.facts = facts;
        this.names = names;
    }

    String write(Expr expr, Scope scope) {
        return expr.accept(new Visitor(scope));
    }

    /** The same, fit to be an operand. */
    String operand(Expr expr, Scope scope) {
        String text = write(expr, scope);
        return isAtom(expr) ? text : "(" + text + ")";
    }

    private boolean isAtom(Expr expr) {
        return !(expr instanceof Expr.Binary binary && !isCall(binary.op())
                || expr instanceof Expr.Unary
                || expr instanceof Expr.Conditional
                || expr instanceof Expr.InStates
                || expr instanceof Expr.HasFlag
                || expr instanceof Expr.TimerRunning
                || expr instanceof Expr.ForPeers
                || expr instanceof Expr.InFlight
                || expr instanceof Expr.FlagsValue flags
                        && flags.flags().stream().anyMatch(flag -> flag.condition() != null)
                || expr instanceof Expr.StreamRead read
                        && (read.query() == StreamQuery.FREE || read.query() == StreamQuery.AHEAD)
                || expr instanceof Expr.AtPeer at && !isAtom(at.body())
                || expr instanceof Expr.Next next && !isAtom(next.body()));
    }

    private static boolean isCall(Expr.BinaryOp op) {
        return op == Expr.BinaryOp.MIN || op == Expr.BinaryOp.MAX || op == Expr.BinaryOp.SEQ_DISTANCE;
    }

    /** {@code state} is one of these: a comparison, a group by its name, or alternatives; TLC stops at the first that fits. */
    String inStates(String value, List<Machine.State> states) {
        if (states.size() > 1) {
            for (Machine.Group group : protocol.machine().groups()) {
                if (Set.copyOf(group.states()).equals(Set.copyOf(states))) {
                    return value + " \\in " + names.group(group);
                }
            }
        }
        List<String> tests = states.stream()
                .map(state -> value + " = " + Values.quoted(state.name()))
                .toList();
        return String.join(" \\/ ", tests);
    }

    private final class Visitor implements ExprVisitor<String> {
        private final Scope scope;

        Visitor(Scope scope) {
            this.scope = scope;
        }

        private String tcbField(String field) {
            if (scope.tcb() == null) {
                throw new ExportException(
                        "the field " + field + " is asked for outside of a peer",
                        "write p." + field + " with a peer p");
            }
            return scope.tcb() + "." + field;
        }

        private String op(Expr expr) {
            return operand(expr, scope);
        }

        @Override
        public String boolLiteral(Expr.BoolLiteral node) {
            return node.value() ? "TRUE" : "FALSE";
        }

        @Override
        public String intLiteral(Expr.IntLiteral node) {
            return node.value() < 0 ? "(" + node.value() + ")" : Integer.toString(node.value());
        }

        @Override
        public String durationLiteral(Expr.DurationLiteral node) {
            return Values.duration(node);
        }

        @Override
        public String ticksLiteral(Expr.TicksLiteral node) {
            return Integer.toString(node.ticks());
        }

        @Override
        public String enumLiteral(Expr.EnumLiteral node) {
            return Values.quoted(node.member());
        }

        @Override
        public String flagsValue(Expr.FlagsValue node) {
            Set<String> always = new TreeSet<>();
            List<Expr.ConditionalFlag> conditional = new ArrayList<>();
            for (Expr.ConditionalFlag flag : node.flags()) {
                if (flag.condition() == null) {
                    always.add(flag.member());
                } else {
                    conditional.add(flag);
                }
            }
            return flags((Type.Flags) node.type(), always, conditional);
        }

        /** Both outcomes of each condition spelled out: every set that can result is a constant. */
        private String flags(Type.Flags type, Set<String> members, List<Expr.ConditionalFlag> open) {
            if (open.isEmpty()) {
                return names.flags(type, members);
            }
            Set<String> with = new TreeSet<>(members);
            with.add(open.get(0).member());
            List<Expr.ConditionalFlag> rest = open.subList(1, open.size());
            return "IF " + write(open.get(0).condition(), scope) + " THEN " + flags(type, with, rest) + " ELSE "
                    + flags(type, members, rest);
        }

        @Override
        public String parameterRef(Expr.ParameterRef node) {
            return names.parameter(node.parameter());
        }

        @Override
        public String variableRef(Expr.VariableRef node) {
            return tcbField(names.variable(node.variable()));
        }

        @Override
        public String localRef(Expr.LocalRef node) {
            return scope.local(node.local().name());
        }

        @Override
        public String fieldRef(Expr.FieldRef node) {
            return scope.segment() + "." + Names.segmentField(node.field());
        }

        @Override
        public String boundRef(Expr.BoundRef node) {
            return names.operator("bound " + node.bound(), node.bound());
        }

        @Override
        public String stateRef(Expr.StateRef node) {
            return tcbField("state");
        }

        @Override
        public String stateLiteral(Expr.StateLiteral node) {
            return Values.quoted(node.state().name());
        }

        @Override
        public String inStates(Expr.InStates node) {
            return ExprWriter.this.inStates(op(node.value()), node.states());
        }

        @Override
        public String streamRead(Expr.StreamRead node) {
            Machine.Stream stream = node.stream();
            return switch (node.query()) {
                case CAPACITY -> names.capacity(stream);
                case LENGTH, READABLE -> "Len(" + tcbField(names.stream(stream.name())) + ")";
                case FREE -> names.capacity(stream) + " - Len(" + tcbField(names.stream(stream.name())) + ")";
                case READY -> "Ready(" + tcbField(names.ahead(stream.name())) + ")";
                case AHEAD -> {
                    String ahead = tcbField(names.ahead(stream.name()));
                    yield "Cardinality(" + ahead + ") - Ready(" + ahead + ")";
                }
                case HISTORY -> tcbField(names.history(stream.name()));
            };
        }

        @Override
        public String slice(Expr.Slice node) {
            String stream = tcbField(names.stream(node.stream().name()));
            return "Sliced(" + stream + ", " + write(node.offset(), scope) + ", " + write(node.count(), scope) + ")";
        }

        @Override
        public String octetsLength(Expr.OctetsLength node) {
            return "Len(" + write(node.octets(), scope) + ")";
        }

        @Override
        public String timerRunning(Expr.TimerRunning node) {
            return tcbField(names.timer(node.timer())) + " >= 0";
        }

        @Override
        public String timerRetries(Expr.TimerRetries node) {
            return tcbField(names.retries(node.timer()));
        }

        @Override
        public String unary(Expr.Unary node) {
            return (node.op() == Expr.UnaryOp.NOT ? "~" : "-") + op(node.operand());
        }

        @Override
        public String binary(Expr.Binary node) {
            return switch (node.op()) {
                case AND -> chain(node, " /\\ ");
                case OR -> chain(node, " \\/ ");
                case IMPLIES -> infix(node, "=>");
                case ADD -> infix(node, "+");
                case SUBTRACT -> infix(node, "-");
                case MULTIPLY -> infix(node, "*");
                case DIVIDE -> infix(node, "\\div");
                case MIN -> call("Min", node);
                case MAX -> call("Max", node);
                case EQ -> equal(node, false);
                case NE -> equal(node, true);
                case LT -> infix(node, "<");
                case LE -> infix(node, "=<");
                case GT -> infix(node, ">");
                case GE -> infix(node, ">=");
                case SEQ_ADD -> "(" + infix(node, "+") + ") % MODULUS";
                case SEQ_SUBTRACT -> "(" + infix(node, "-") + ") % MODULUS";
                case SEQ_DISTANCE -> call("Distance", node);
                case SEQ_LT -> infix(node, "\\prec");
                case SEQ_LE -> infix(node, "\\preceq");
                case SEQ_GT -> op(node.right()) + " \\prec " + op(node.left());
                case SEQ_GE -> op(node.right()) + " \\preceq " + op(node.left());
            };
        }

        private String infix(Expr.Binary node, String operator) {
            return op(node.left()) + " " + operator + " " + op(node.right());
        }

        private String call(String operator, Expr.Binary node) {
            return operator + "(" + write(node.left(), scope) + ", " + write(node.right(), scope) + ")";
        }

        /** A comparison with a truth value is the truth value: {@code x = true} is {@code x}. */
        private String equal(Expr.Binary node, boolean negated) {
            if (node.right() instanceof Expr.BoolLiteral literal) {
                return literal.value() != negated ? write(node.left(), scope) : "~" + op(node.left());
            }
            return infix(node, negated ? "#" : "=");
        }

        /** A chain of one operator needs no parentheses inside. */
        private String chain(Expr.Binary node, String operator) {
            return link(node.left(), node.op()) + operator + link(node.right(), node.op());
        }

        private String link(Expr expr, Expr.BinaryOp op) {
            return expr instanceof Expr.Binary binary && binary.op() == op ? write(expr, scope) : op(expr);
        }

        @Override
        public String hasFlag(Expr.HasFlag node) {
            return Values.quoted(node.member()) + " \\in " + op(node.flags());
        }

        @Override
        public String conditional(Expr.Conditional node) {
            return "IF " + write(node.condition(), scope) + " THEN " + write(node.then(), scope) + " ELSE "
                    + write(node.otherwise(), scope);
        }

        @Override
        public String defineCall(Expr.DefineCall node) {
            Machine.Define define = facts.define(node.define());
            List<String> args = new ArrayList<>();
            if (facts.readsTcb(define)) {
                if (scope.tcb() == null) {
                    throw new ExportException(
                            "`" + node.define() + "` is asked for outside of a peer",
                            "write p." + node.define() + " with a peer p");
                }
                args.add(scope.tcb());
            }
            if (define.usesSegment()) {
                args.add(scope.segment());
            }
            for (int i = 0; i < node.args().size(); i++) {
                if (define.params().get(i).kind() != DataKind.RUNTIME) {
                    args.add(write(node.args().get(i), scope));
                }
            }
            return names.define(node.define()) + (args.isEmpty() ? "" : "(" + String.join(", ", args) + ")");
        }

        @Override
        public String atPeer(Expr.AtPeer node) {
            String variable = scope.primed() ? "tcb'" : "tcb";
            return write(node.body(), scope.at(variable + "[" + peer(node.peer()) + "]"));
        }

        private String peer(String name) {
            return scope.locals().containsKey(name) ? scope.local(name) : Values.quoted(name);
        }

        @Override
        public String forPeers(Expr.ForPeers node) {
            Scope inner = scope.block();
            String bound = inner.declare(node.name());
            String other = "";
            if (node.otherName() != null) {
                other = "LET " + inner.declare(node.otherName()) + " == Other(" + bound + ") IN ";
            }
            return (node.quantifier() == Expr.Quantifier.ALL
                            ? "\\A "
                            : node.quantifier() == Expr.Quantifier.SOME ? "\\E " : "~\\E ")
                    + bound + " \\in Peers : " + other + write(node.body(), inner);
        }

        @Override
        public String inFlight(Expr.InFlight node) {
            String bound = scope.identifiers().inner().fresh("m");
            String net = scope.primed() ? "InFlightNext(" : "InFlight(";
            return (node.quantifier() == Expr.Quantifier.ALL
                            ? "\\A "
                            : node.quantifier() == Expr.Quantifier.SOME ? "\\E " : "~\\E ")
                    + bound + " \\in " + net + peer(node.peer()) + ") : "
                    + write(node.body(), scope.arriving(bound + ".segment"));
        }

        @Override
        public String isPrefix(Expr.IsPrefix node) {
            return "IsPrefix(" + write(node.shorter(), scope) + ", " + write(node.longer(), scope) + ")";
        }

        @Override
        public String next(Expr.Next node) {
            return write(node.body(), scope.after());
        }
    }
}
