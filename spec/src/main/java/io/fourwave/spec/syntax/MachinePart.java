package io.fourwave.spec.syntax;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import java.util.List;
import java.util.Optional;

/** What may stand in a machine. */
public sealed interface MachinePart {
    Place place();

    record StatesPart(List<StateName> states, Place place) implements MachinePart {}

    record StateName(Name name, boolean initial) {}

    record GroupPart(Name name, StateSet states, String doc, Place place) implements MachinePart {}

    /** {@code all}: all states but {@code names}; else exactly {@code names}, states or groups. */
    record StateSet(boolean all, List<Name> names, Place place) {}

    record TcbPart(List<VariablePart> variables, Place place) implements MachinePart {}

    record VariablePart(
            List<Name> names,
            DataKind kind,
            TypeTerm type,
            Optional<Term> initial,
            List<Tag> tags,
            String doc,
            Place place) {}

    record StreamPart(Name name, Machine.StreamKind kind, List<Tag> tags, String doc, Place place)
            implements MachinePart {}

    /** {@code after} and {@code choice}: at most one is there, and none only when the source is wrong. */
    record TimerPart(
            Name name,
            Optional<Term> after,
            Optional<Action.ChoiceTerm> choice,
            int factor,
            Optional<Term> max,
            Optional<Term> limit,
            List<Tag> tags,
            String doc,
            Place place)
            implements MachinePart {}

    record OpportunityPart(Name name, Term guard, List<Tag> tags, String doc, Place place) implements MachinePart {}

    record DefinePart(
            Name name,
            List<Declaration.Param> params,
            TypeTerm type,
            Term body,
            List<Tag> tags,
            String doc,
            Place place)
            implements MachinePart {}

    record ProcedurePart(
            Name name, List<Declaration.Param> params, Action.Block body, List<Tag> tags, String doc, Place place)
            implements MachinePart {}

    /** A handler; with {@code -> target} the goto is the first statement of {@code body}. Either checks or a body. */
    record HandlerPart(
            EventName event,
            StateSet states,
            Optional<Name> label,
            List<CheckPart> checks,
            Action.Block body,
            List<Tag> tags,
            String doc,
            Place place)
            implements MachinePart {}

    record CheckPart(
            int ordinal,
            Place ordinalPlace,
            String title,
            Action.Block body,
            List<Tag> tags,
            String doc,
            Place place) {}

    record IgnorePart(List<EventName> events, StateSet states, List<Tag> tags, String doc, Place place)
            implements MachinePart {}

    enum EventForm {
        /** A call, an opportunity, or SEGMENT-ARRIVES. */
        NAMED,
        TIMEOUT,
        EXHAUSTED
    }

    record EventName(EventForm form, Name name, Place place) {}
}
