package io.fourwave.spec.ir;

import java.util.List;

/** A typed, pure expression. A new kind of node must break every backend at compile time: backends switch over {@link ExprVisitor}. */
public sealed interface Expr {
    Type type();

    <R> R accept(ExprVisitor<R> visitor);

    record BoolLiteral(boolean value, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.boolLiteral(this);
        }
    }

    record IntLiteral(int value, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.intLiteral(this);
        }
    }

    /** Nanoseconds; {@link Long#MAX_VALUE} is {@code forever}. */
    record DurationLiteral(long nanos, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.durationLiteral(this);
        }
    }

    /** A number of the model's ticks; only in bindings of scenarios. */
    record TicksLiteral(int ticks, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.ticksLiteral(this);
        }
    }

    /** A member of an enumeration ({@code type} is its {@link Type.Enumeration}). */
    record EnumLiteral(String member, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.enumLiteral(this);
        }
    }

    /** A flag set as a segment template writes it; each flag present when its condition (null: always) holds. */
    record FlagsValue(List<ConditionalFlag> flags, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.flagsValue(this);
        }
    }

    record ConditionalFlag(String member, Expr condition) {}

    record ParameterRef(Protocol.Parameter parameter, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.parameterRef(this);
        }
    }

    /** A variable of the TCB; by name, its declaration is {@code Machine.variables}. */
    record VariableRef(String variable, DataKind kind, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.variableRef(this);
        }
    }

    record LocalRef(Protocol.Local local, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.localRef(this);
        }
    }

    /** A field of the arriving segment, or in {@link InFlight} of the segment quantified over. */
    record FieldRef(String field, DataKind kind, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.fieldRef(this);
        }
    }

    /** A bound of the environment (a number the scenario sets). */
    record BoundRef(String bound, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.boundRef(this);
        }
    }

    /** The machine's state as a value; compared with a {@link StateLiteral}. */
    record StateRef(Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.stateRef(this);
        }
    }

    record StateLiteral(Machine.State state, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.stateLiteral(this);
        }
    }

    /** {@code value in {A, B}} for a state. */
    record InStates(Expr value, List<Machine.State> states, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.inStates(this);
        }
    }

    record StreamRead(Machine.Stream stream, StreamQuery query, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.streamRead(this);
        }
    }

    /** Octets of a send stream: {@code count} octets from {@code offset} (0 is the first unacknowledged one). */
    record Slice(Machine.Stream stream, Expr offset, Expr count, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.slice(this);
        }
    }

    /** {@code length(octets)}. */
    record OctetsLength(Expr octets, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.octetsLength(this);
        }
    }

    record TimerRunning(String timer, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.timerRunning(this);
        }
    }

    record TimerRetries(String timer, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.timerRetries(this);
        }
    }

    enum UnaryOp {
        NOT,
        NEGATE
    }

    record Unary(UnaryOp op, Expr operand, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /**
     * Operators, by operand kinds: AND, OR, IMPLIES on bool; ADD..MAX and LT..GE on int and on duration (MULTIPLY, DIVIDE of a
     * duration by an int); EQ, NE on any one type. SEQ_ADD, SEQ_SUBTRACT: seq and int to seq. SEQ_DISTANCE: seq - seq to int,
     * signed, in [-modulus/2, modulus/2). SEQ_LT..SEQ_GE: a < b means 0 < distance(b, a), as RFC 9293 section 3.4.
     *
     * <p>DIVIDE rounds down. An int beyond 32 bits is an error of the spec. Durations saturate: forever stays forever whatever
     * is added, taken away, multiplied or divided by, and what outgrows 63 bits of nanoseconds is forever.
     */
    enum BinaryOp {
        AND,
        OR,
        IMPLIES,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        MIN,
        MAX,
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        SEQ_ADD,
        SEQ_SUBTRACT,
        SEQ_DISTANCE,
        SEQ_LT,
        SEQ_LE,
        SEQ_GT,
        SEQ_GE
    }

    record Binary(BinaryOp op, Expr left, Expr right, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    record HasFlag(Expr flags, String member, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.hasFlag(this);
        }
    }

    record Conditional(Expr condition, Expr then, Expr otherwise, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    record DefineCall(String define, List<Expr> args, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.defineCall(this);
        }
    }

    // ---- in environments, properties, witnesses only ----

    /** {@code p.expr}: the expression over that peer's TCB. {@code peer}: a declared peer or a bound name. */
    record AtPeer(String peer, Expr body, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.atPeer(this);
        }
    }

    enum Quantifier {
        ALL,
        SOME,
        NO
    }

    /** {@code for all p with peer q: body}; {@code otherName} null when not named. */
    record ForPeers(Quantifier quantifier, String name, String otherName, Expr body, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.forPeers(this);
        }
    }

    /** {@code some segment to p: body}, over the segments in the channel on their way to p. */
    record InFlight(Quantifier quantifier, String peer, Expr body, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.inFlight(this);
        }
    }

    /** {@code isPrefix(a, b)} of two stream histories. */
    record IsPrefix(Expr shorter, Expr longer, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.isPrefix(this);
        }
    }

    /** The expression's value after the step; in step properties only. */
    record Next(Expr body, Type type) implements Expr {
        @Override
        public <R> R accept(ExprVisitor<R> visitor) {
            return visitor.next(this);
        }
    }
}
