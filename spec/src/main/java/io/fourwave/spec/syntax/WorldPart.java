package io.fourwave.spec.syntax;

import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.World;
import java.util.List;
import java.util.Optional;

/** The checker's world, as written. */
public sealed interface WorldPart extends TopLevel {
    Name name();

    record EnvironmentPart(Name name, List<EnvironmentItem> items, String doc, Place place) implements WorldPart {}

    sealed interface EnvironmentItem {
        Place place();
    }

    record Peers(Name first, Name second, Place place) implements EnvironmentItem {}

    record BoundPart(Name name, TypeTerm type, Place place) implements EnvironmentItem {}

    record ChannelPart(
            Optional<Term> loss,
            Optional<Term> duplication,
            boolean reordering,
            Optional<Term> lifetime,
            Optional<Term> capacity,
            Place place)
            implements EnvironmentItem {}

    record UserPart(Name peer, List<UserCallPart> calls, Place place) implements EnvironmentItem {}

    /** {@code atMost} empty: whenever. {@code once} is read as at most 1. */
    record UserCallPart(
            Name call,
            List<Term> args,
            Optional<Name> label,
            Optional<Term> atMost,
            Optional<Term> guard,
            boolean fair,
            Place place) {}

    record CrashPart(Name peer, Term atMost, Optional<Term> guard, Place place) implements EnvironmentItem {}

    record CutPart(Term atMost, Place place) implements EnvironmentItem {}

    record PropertyPart(
            Name name,
            String title,
            List<String> assumptions,
            List<ClausePart> clauses,
            List<Tag> tags,
            String doc,
            Place place)
            implements WorldPart {}

    record ClausePart(World.PropertyKind kind, Optional<Term> antecedent, Term body, Place place) {}

    record WitnessPart(Name name, String title, Term reach, List<Tag> tags, String doc, Place place)
            implements WorldPart {}

    record MutantPart(
            Name name,
            String title,
            List<EditPart> edits,
            List<KilledBy> killers,
            List<Tag> tags,
            String doc,
            Place place)
            implements WorldPart {}

    /** {@code rule} may be of the form {@code timeout T}. */
    record EditPart(Name rule, String from, String to, Place place) {}

    record KilledBy(Name property, Name scenario, Place place) {}

    /** {@code like}: the scenario whose clauses hold where these give none. */
    record ScenarioPart(
            Name name,
            Name environment,
            Optional<Name> like,
            String title,
            List<ScenarioClause> clauses,
            List<Tag> tags,
            String doc,
            Place place)
            implements WorldPart {}

    sealed interface ScenarioClause {
        Place place();
    }

    record SetsClause(List<Name> names, Place place) implements ScenarioClause {}

    record ProfileClause(Name profile, Place place) implements ScenarioClause {}

    record ModulusClause(int modulus, Place place) implements ScenarioClause {}

    record CapacityClause(Name stream, int capacity, Place place) implements ScenarioClause {}

    record ChoiceClause(Name policy, List<Term> values, Place place) implements ScenarioClause {}

    /** {@code also}: besides those taken over, not instead of them. No properties: none. */
    record CheckClause(List<Name> properties, boolean also, Place place) implements ScenarioClause {}

    record RefuteClause(List<Name> properties, boolean also, Place place) implements ScenarioClause {}

    record ReachClause(List<Name> witnesses, boolean also, Place place) implements ScenarioClause {}

    record ExpectClause(long states, int depth, Place place) implements ScenarioClause {}

    /** {@code coverage} empty: none. */
    record CoversClause(Optional<CoveragePart> coverage, Place place) implements ScenarioClause {}

    record CoveragePart(boolean all, List<CoverItem> items, Place place) {}

    /** {@code to} only for transitions. */
    record CoverItem(World.CoverKind kind, Name name, Optional<Name> to, Place place) {}

    record SetPart(Name name, String title, CoveragePart coverage, String doc, Place place) implements WorldPart {}

    record BindingClause(Name name, Term value, Place place) implements ScenarioClause {}
}
