package io.fourwave.spec.syntax;

import io.fourwave.spec.ir.Place;

/** A name and where it stands. */
public record Name(String text, Place place) {}
