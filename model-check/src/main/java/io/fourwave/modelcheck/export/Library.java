package io.fourwave.modelcheck.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hand-written module every export extends, and the names it and the standard modules take. */
final class Library {
    static final String MODULE = "Fourwave";

    private static final Pattern DEFINITION =
            Pattern.compile("(?m)^(?:CONSTANT )?([A-Za-z][A-Za-z0-9_]*)(?:\\([^)]*\\))? *(?:==|\\\\\\*)");

    private static final List<String> STANDARD = List.of(
            "Nat",
            "Int",
            "Seq",
            "Len",
            "Append",
            "Head",
            "Tail",
            "SubSeq",
            "SelectSeq",
            "Cardinality",
            "IsFiniteSet",
            "Print",
            "PrintT",
            "Assert",
            "JavaTime",
            "TLCGet",
            "TLCSet",
            "Permutations",
            "SortSeq",
            "RandomElement",
            "TLCEval",
            "Any",
            "ToString",
            "MODULUS");

    /** Names that stand for something else inside every module: parameters and bound names of the fixed parts. */
    private static final List<String> LOCALS = List.of(
            "s",
            "SEG",
            "e",
            "p",
            "q",
            "m",
            "n",
            "l",
            "r",
            "x",
            "v",
            "a",
            "b",
            "i",
            "j",
            "key",
            "outcome",
            "name",
            "condition",
            "ticks",
            "timer",
            "held",
            "tokens",
            "capacity",
            "offset",
            "ahead",
            "room",
            "base",
            "written",
            "shorter",
            "longer",
            "allowed",
            "low",
            "high",
            "within",
            "bag",
            "segment",
            "same",
            "segments",
            "queue",
            "what",
            "rule",
            "datum");

    private Library() {}

    static String text() {
        try (InputStream in = Library.class.getResourceAsStream(MODULE + ".tla")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> names() {
        Set<String> names = new HashSet<>(STANDARD);
        names.addAll(LOCALS);
        names.add(MODULE);
        Matcher matcher = DEFINITION.matcher(text());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
