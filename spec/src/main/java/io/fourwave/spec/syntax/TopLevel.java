package io.fourwave.spec.syntax;

import io.fourwave.spec.ir.Place;

/** What may stand at the top of a file. */
public sealed interface TopLevel permits Declaration, WorldPart {
    Place place();
}
