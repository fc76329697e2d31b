package io.fourwave.spec.syntax;

import io.fourwave.spec.ir.Place;
import java.util.List;
import java.util.Optional;

/** What a statement does, as written. */
public sealed interface Action {
    Place place();

    <R> R accept(ActionVisitor<R> visitor);

    record Assign(Name target, Term value, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    record Let(Name local, Term value, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.let(this);
        }
    }

    record Choose(ChoiceTerm choice, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.choose(this);
        }
    }

    /** {@code unless} is read as a when of the negation; {@code otherwise} is empty when not written. */
    record When(Term condition, Block then, Block otherwise, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.when(this);
        }
    }

    record ByState(List<ArmPart> arms, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.byState(this);
        }
    }

    record Send(List<FieldValue> fields, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.send(this);
        }
    }

    record Goto(Name target, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.goTo(this);
        }
    }

    /** Also {@code restart}. */
    record Start(Name timer, boolean unlessRunning, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.start(this);
        }
    }

    record BackOff(Name timer, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.backOff(this);
        }
    }

    record Cancel(List<Name> timers, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.cancel(this);
        }
    }

    record CancelAll(List<Name> except, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.cancelAll(this);
        }
    }

    record DeleteTcb(Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.deleteTcb(this);
        }
    }

    record Notify(Name notice, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.notice(this);
        }
    }

    /** Empty: {@code return ok}. */
    record Return(Optional<Name> error, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.returns(this);
        }
    }

    record Inform(Name policy, List<Term> args, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.inform(this);
        }
    }

    record Stop(Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.stop(this);
        }
    }

    record Ignore(Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.ignore(this);
        }
    }

    /** A procedure, or a stream's operation. */
    record Perform(Name name, List<Term> args, Place place) implements Action {
        @Override
        public <R> R accept(ActionVisitor<R> visitor) {
            return visitor.perform(this);
        }
    }

    /** Statements between braces; the place is that of the braces. */
    record Block(List<Stmt> statements, Place place) {}

    /** {@code choose local : type by policy name(hints)}. */
    record ChoiceTerm(Name local, TypeTerm type, Name policy, List<Term> hints, Place place) {}

    /** An arm of {@code by state}; no states means {@code else}; no target means that the state stays. */
    record ArmPart(
            List<Name> states,
            Optional<Name> target,
            Block body,
            boolean ignored,
            List<Tag> tags,
            String doc,
            Place place) {}

    /** A field of a segment that is sent. */
    record FieldValue(Name field, Term value, Place place) {}
}
