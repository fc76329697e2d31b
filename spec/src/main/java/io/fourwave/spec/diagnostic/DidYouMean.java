package io.fourwave.spec.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class DidYouMean {
    private DidYouMean() {}

    /** The help line, or an empty text when no candidate is near. */
    public static String help(String name, Collection<String> candidates) {
        return nearest(name, candidates)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("");
    }

    /** The candidate with the fewest edits, at most a third of the name's length; ties go to the first in order of the alphabet. */
    public static Optional<String> nearest(String name, Collection<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, name.length() / 3);
        return candidates.stream()
                .filter(candidate -> !candidate.equals(name))
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= limit)
                .map(candidate -> new Ranked(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(ranked -> ranked.distance <= limit)
                .min(Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::candidate))
                .map(Ranked::candidate);
    }

    private record Ranked(String candidate, int distance) {}

    /** Edits (insert, delete, replace, swap of neighbours) from one to the other. */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                int best = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
            }
        }
        return cost[from.length()][to.length()];
    }
}
