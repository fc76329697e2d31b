package io.fourwave.spec.syntax;

import io.fourwave.spec.ir.Place;

/** A cited requirement; {@code id} without the {@code @}. */
public record Tag(String id, Place place) {}
