package io.fourwave.spec.syntax;

import io.fourwave.spec.ir.DataKind;
import io.fourwave.spec.ir.Place;
import java.util.List;
import java.util.Optional;

/** A declaration at the top of a file, but for the checker's world ({@link WorldPart}). */
public sealed interface Declaration extends TopLevel {

    record ProtocolName(Name name, String title, Place place) implements Declaration {}

    record Profiles(List<Name> names, Place place) implements Declaration {}

    /** Either {@code common}, one value for all profiles, or one value per profile. */
    record ParameterPart(
            Name name,
            TypeTerm type,
            Optional<Term> common,
            List<ProfileValue> values,
            List<Tag> tags,
            String doc,
            Place place)
            implements Declaration {}

    record ProfileValue(Name profile, Term value) {}

    record EnumPart(Name name, List<Name> members, Place place) implements Declaration {}

    record FlagsPart(Name name, List<Name> members, Place place) implements Declaration {}

    record SegmentPart(List<FieldPart> fields, String doc, Place place) implements Declaration {}

    record FieldPart(
            Name name,
            DataKind kind,
            TypeTerm type,
            Optional<Term> defaultValue,
            List<Tag> tags,
            String doc,
            Place place) {}

    record CallPart(Name name, List<Param> params, List<Tag> tags, String doc, Place place) implements Declaration {}

    record Param(Name name, TypeTerm type) {}

    record ErrorPart(Name name, String text, String doc, Place place) implements Declaration {}

    record NoticePart(Name name, String text, String doc, Place place) implements Declaration {}

    record PolicyPart(Name name, List<Param> params, Optional<TypeTerm> result, List<Tag> tags, String doc, Place place)
            implements Declaration {}

    record MachineDecl(Name name, List<MachinePart> parts, String doc, Place place) implements Declaration {}
}
