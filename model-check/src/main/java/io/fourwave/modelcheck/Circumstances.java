package io.fourwave.modelcheck;

import java.util.List;

/**
 * What a report is of.
 *
 * @param fingerprint of the specification's sources
 * @param shard {@code 2/3} for the second of three parts, empty for the whole
 * @param whole names of the scenarios and mutants of all parts together
 * @param asked the names of this part
 * @param remarks what else must be known of how it came about
 */
public record Circumstances(
        String fingerprint, String shard, List<String> whole, List<String> asked, List<String> remarks) {
    /** Of which nothing is known. */
    public static final Circumstances UNKNOWN = new Circumstances("", "", List.of(), List.of(), List.of());

    private static final String MUTANT = "mutant ";

    public Circumstances {
        whole = List.copyOf(whole);
        asked = List.copyOf(asked);
        remarks = List.copyOf(remarks);
    }

    /** How a mutant is named beside the scenarios. */
    static String mutant(String name) {
        return MUTANT + name;
    }
}
