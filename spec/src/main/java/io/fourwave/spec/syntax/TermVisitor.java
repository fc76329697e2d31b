package io.fourwave.spec.syntax;

/** One method per kind of term, so that a new one is noticed everywhere. */
public interface TermVisitor<R> {
    R boolTerm(Term.BoolTerm node);

    R intTerm(Term.IntTerm node);

    R durationTerm(Term.DurationTerm node);

    R ticksTerm(Term.TicksTerm node);

    R stateTerm(Term.StateTerm node);

    R nextTerm(Term.NextTerm node);

    R apply(Term.Apply node);

    R sliceTerm(Term.SliceTerm node);

    R ref(Term.Ref node);

    R not(Term.Not node);

    R negate(Term.Negate node);

    R logic(Term.Logic node);

    R arithmetic(Term.Arithmetic node);

    R ifTerm(Term.IfTerm node);

    R peersTerm(Term.PeersTerm node);

    R flightTerm(Term.FlightTerm node);

    R comparison(Term.Comparison node);

    R has(Term.Has node);

    R in(Term.In node);

    R running(Term.Running node);

    R flagList(Term.FlagList node);
}
