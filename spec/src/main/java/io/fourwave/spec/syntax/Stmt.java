package io.fourwave.spec.syntax;

import io.fourwave.spec.ir.Place;
import java.util.List;

/** A statement with its comment and the requirements it cites. */
public record Stmt(Action action, String doc, List<Tag> tags, Place place) {}
