package io.fourwave.spec.syntax;

import io.fourwave.spec.ir.Place;

/** A type as written. */
public sealed interface TypeTerm {
    Place place();

    /** {@code word}: one of bool, int, seq, duration, octets. */
    record Builtin(String word, Place place) implements TypeTerm {}

    /** {@code flags Name}. */
    record FlagsOf(Name name, Place place) implements TypeTerm {}

    /** {@code low .. high}. */
    record RangeOf(Term low, Term high, Place place) implements TypeTerm {}

    /** The name of an enumeration (or, wrongly, of flags). */
    record Named(Name name, Place place) implements TypeTerm {}
}
