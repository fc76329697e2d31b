package io.fourwave.spec.syntax;

import io.fourwave.spec.source.SourceFile;
import java.util.List;

/**
 * A file, read.
 *
 * @param broken whether parts of it could not be read and are missing here
 */
public record SyntaxFile(SourceFile source, List<TopLevel> items, boolean broken) {}
