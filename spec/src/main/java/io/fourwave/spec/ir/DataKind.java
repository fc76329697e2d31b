package io.fourwave.spec.ir;

/** The three kinds of data; the resolver enforces how they may flow (see {@code docs/language.md}). */
public enum DataKind {
    /** In the model and on the wire. */
    PLAIN,
    /** On the wire only; reaches plain data through a {@code choose} alone, as the hint of its policy. */
    RUNTIME,
    /** In the model only; never reaches plain or runtime data. */
    GHOST
}
