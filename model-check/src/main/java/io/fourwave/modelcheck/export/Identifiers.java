package io.fourwave.modelcheck.export;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of one TLA+ name space. TLA+ forbids to declare a name twice, even as a parameter, and its identifiers have neither dots
 * nor hyphens; so names are mapped, and numbered where two of the spec would become one.
 */
final class Identifiers {
    private static final Set<String> RESERVED = Set.of(
            "ACTION",
            "ASSUME",
            "ASSUMPTION",
            "AXIOM",
            "BY",
            "CASE",
            "CHOOSE",
            "CONSTANT",
            "CONSTANTS",
            "COROLLARY",
            "DEF",
            "DEFINE",
            "DEFS",
            "DOMAIN",
            "ELSE",
            "ENABLED",
            "EXCEPT",
            "EXTENDS",
            "HAVE",
            "HIDE",
            "IF",
            "IN",
            "INSTANCE",
            "LAMBDA",
            "LEMMA",
            "LET",
            "LOCAL",
            "MODULE",
            "NEW",
            "OBVIOUS",
            "OMITTED",
            "ONLY",
            "OTHER",
            "PICK",
            "PROOF",
            "PROPOSITION",
            "PROVE",
            "QED",
            "RECURSIVE",
            "SF_",
            "STATE",
            "SUBSET",
            "SUFFICES",
            "TAKE",
            "TEMPORAL",
            "THEN",
            "THEOREM",
            "UNCHANGED",
            "UNION",
            "USE",
            "VARIABLE",
            "VARIABLES",
            "WF_",
            "WITH",
            "WITNESS",
            "TRUE",
            "FALSE",
            "BOOLEAN",
            "STRING");

    private static final Pattern FAIRNESS = Pattern.compile("(WF|SF)_.*");

    private final Set<String> taken = new HashSet<>();

    Identifiers() {}

    Identifiers(Set<String> taken) {
        this.taken.addAll(taken);
    }

    /** The spec's name as TLA+ can write it: {@code READ.NEXT} becomes {@code READ_NEXT}. */
    static String spelled(String name) {
        String text = name.replaceAll("[^A-Za-z0-9_]", "_");
        if (!text.matches(".*[A-Za-z].*")) {
            text = "n" + text;
        }
        return RESERVED.contains(text) || FAIRNESS.matcher(text).matches() ? "x_" + text : text;
    }

    /** A name nobody has, as near to {@code wanted} as can be; it is taken from now on. */
    String fresh(String wanted) {
        String base = spelled(wanted);
        String candidate = base;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = base + "_" + i;
        }
        return candidate;
    }

    /** The first of {@code s1, s2, …} nobody has. */
    String numbered(String prefix) {
        int number = 1;
        while (!taken.add(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    /** A name space for the inside of one operator: it may not hide what is outside, what is outside does not see it. */
    Identifiers inner() {
        return new Identifiers(taken);
    }
}
