package io.fourwave.spec.ir;

import java.util.List;

/**
 * A statement of a handler, check or procedure. {@link #kind()} says in which worlds it exists: a RUNTIME statement (an
 * {@code inform}, an assignment to runtime data, a {@code when} on runtime data) is left out of the model, a GHOST one out of
 * the Java.
 */
public sealed interface Statement {
    Place place();

    /** The {@code ///} comment in front of the statement, or empty. */
    String doc();

    DataKind kind();

    <R> R accept(StatementVisitor<R> visitor);

    record Assign(String variable, Expr value, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    record Let(Protocol.Local local, Expr value, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.let(this);
        }
    }

    /** Always plain: the value chosen is part of the model. */
    record Choose(Machine.Choice choice, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.choose(this);
        }
    }

    record When(Expr condition, List<Statement> then, List<Statement> otherwise, DataKind kind, String doc, Place place)
            implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.when(this);
        }
    }

    /** Exactly one arm for each state the handler may be in here; {@code unless} is resolved to {@link When}. */
    record ByState(List<Arm> arms, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.byState(this);
        }
    }

    /** {@code target} null when the state stays; the state is entered before the body runs. */
    record Arm(List<Machine.State> states, Machine.State target, List<Statement> body, String doc, Place place) {}

    /** {@code values}: every field of the segment in declared order: given, or its default; null for its zero value. */
    record Send(List<Expr> values, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.send(this);
        }
    }

    record Goto(Machine.State target, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.goTo(this);
        }
    }

    /** Retries 0, deadline now + interval. {@code unlessRunning}: only when it is not running. An interval of forever does not arm. */
    record StartTimer(Machine.Timer timer, boolean unlessRunning, DataKind kind, String doc, Place place)
            implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.startTimer(this);
        }
    }

    /** Retries + 1, deadline now + min(base * factor^retries, max). */
    record BackOff(Machine.Timer timer, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.backOff(this);
        }
    }

    /** Not running, retries 0. {@code cancel all except …} is resolved to the list. */
    record CancelTimers(List<Machine.Timer> timers, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.cancelTimers(this);
        }
    }

    /** Every plain and runtime variable, timer and stream as in a new TCB, state initial. Ghost data stay. */
    record DeleteTcb(DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.deleteTcb(this);
        }
    }

    record OnStream(Machine.Stream stream, StreamOp op, List<Expr> args, DataKind kind, String doc, Place place)
            implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.onStream(this);
        }
    }

    record Notify(Protocol.Outcome notice, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.notice(this);
        }
    }

    /** Ends the step with the call's result; {@code error} null for ok. Only in handlers of calls. */
    record Return(Protocol.Outcome error, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.returns(this);
        }
    }

    /** Tells a policy something. Runtime only. */
    record Inform(Protocol.Policy policy, List<Expr> args, DataKind kind, String doc, Place place)
            implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.inform(this);
        }
    }

    record Perform(String procedure, List<Expr> args, DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.perform(this);
        }
    }

    /** Ends the step. */
    record Stop(DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.stop(this);
        }
    }

    /** Nothing happens, and the spec says so. */
    record Ignore(DataKind kind, String doc, Place place) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.ignore(this);
        }
    }
}
