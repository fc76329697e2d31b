package io.fourwave.codegen;

import com.palantir.javapoet.CodeBlock;
import io.fourwave.spec.ir.Place;
import java.util.List;

/** What the generated code says about where it comes from: the specification's own comments, tags and places. */
final class Comments {
    private Comments() {}

    /** {@code parcel/close.wave:41}. No column: it would change where nothing did. */
    static String place(Place place) {
        return place.file() + ":" + place.line();
    }

    /** {@code text (MUST-1), parcel/close.wave:41}, then the documentation. */
    static CodeBlock javadoc(String text, List<String> tags, String doc, Place place) {
        CodeBlock.Builder javadoc = CodeBlock.builder();
        javadoc.add("$L$L$L\n", safe(text), tags(tags), place == null ? "" : ", " + place(place));
        if (!doc.isBlank()) {
            javadoc.add("\n");
            doc.lines().forEach(line -> javadoc.add("$L\n", safe(line.strip())));
        }
        return javadoc.build();
    }

    /** The documentation of a statement, as line comments in front of it. */
    static CodeBlock lines(String doc) {
        CodeBlock.Builder comment = CodeBlock.builder();
        if (!doc.isBlank()) {
            doc.lines().forEach(line -> comment.add("// $L\n", line.strip()));
        }
        return comment.build();
    }

    static String tags(List<String> tags) {
        return tags.isEmpty() ? "" : " (" + String.join(", ", tags) + ")";
    }

    /** Text that neither ends the comment nor means anything to javadoc. */
    private static String safe(String text) {
        return text.replace("*/", "*&#47;")
                .replace("{@", "{&#64;")
                .replaceFirst("^@", "&#64;")
                .replace("\\u", "&#92;u");
    }
}
