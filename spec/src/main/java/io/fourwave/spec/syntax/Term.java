package io.fourwave.spec.syntax;

import io.fourwave.spec.ir.Place;
import java.util.List;
import java.util.Optional;

/** An expression as written. Names are not looked up yet. */
public sealed interface Term {
    Place place();

    <R> R accept(TermVisitor<R> visitor);

    record BoolTerm(boolean value, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.boolTerm(this);
        }
    }

    record IntTerm(int value, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.intTerm(this);
        }
    }

    /** {@link Long#MAX_VALUE} for {@code forever}. */
    record DurationTerm(long nanos, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.durationTerm(this);
        }
    }

    record TicksTerm(int ticks, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.ticksTerm(this);
        }
    }

    /** The word {@code state}. */
    record StateTerm(Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.stateTerm(this);
        }
    }

    record NextTerm(Term body, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.nextTerm(this);
        }
    }

    /** {@code name(args)}: a definition or a builtin function. */
    record Apply(Name function, List<Term> args, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.apply(this);
        }
    }

    record SliceTerm(Name stream, Term offset, Term count, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.sliceTerm(this);
        }
    }

    /** A bare name, possibly dotted. */
    record Ref(Name name, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.ref(this);
        }
    }

    record Not(Term operand, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.not(this);
        }
    }

    record Negate(Term operand, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.negate(this);
        }
    }

    record Logic(Word op, Term left, Term right, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.logic(this);
        }
    }

    record Arithmetic(char op, Term left, Term right, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.arithmetic(this);
        }
    }

    record IfTerm(Term condition, Term then, Term otherwise, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.ifTerm(this);
        }
    }

    record PeersTerm(boolean all, Name peer, Optional<Name> other, Term body, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.peersTerm(this);
        }
    }

    /** {@code some segment to p: body}. */
    record FlightTerm(Amount amount, Name peer, Term body, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.flightTerm(this);
        }
    }

    /** {@code a < b =< c}. */
    record Comparison(Term first, List<Step> steps, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    record Has(Term flags, Name member, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.has(this);
        }
    }

    record In(Term value, List<Name> states, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.in(this);
        }
    }

    record Running(Name timer, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.running(this);
        }
    }

    /** {@code FIN,ACK} in a segment; a flag may be conditional. */
    record FlagList(List<Flag> flags, Place place) implements Term {
        @Override
        public <R> R accept(TermVisitor<R> visitor) {
            return visitor.flagList(this);
        }
    }

    /** Connectives. */
    enum Word {
        AND,
        OR,
        IMPLIES
    }

    /** Quantities of segments. */
    enum Amount {
        ALL,
        SOME,
        NO
    }

    /** One link of a chained comparison; {@code op} is one of {@code < =< > >= = /=}. */
    record Step(String op, Term right, Place place) {}

    /** A flag of a segment template, present when the condition (empty: always) holds. */
    record Flag(Name member, Optional<Term> condition) {}
}
