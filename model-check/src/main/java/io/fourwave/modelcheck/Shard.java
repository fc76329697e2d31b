package io.fourwave.modelcheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of a check, to be made on as many machines. Which part something belongs to depends on the whole alone, so
 * that machines need not talk.
 *
 * @param number which part, from 1
 * @param count of how many
 */
public record Shard(int number, int count) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    /** Something to be done, and about how much work it is. */
    record Item(String name, long weight) {}

    public Shard {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("there is no part " + number + " of " + count);
        }
    }

    /** @throws IllegalArgumentException when it is not like {@code 2/3}, with a message that says so */
    public static Shard of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("`" + text + "` is not like 2/3");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The names of this part: the heaviest first, each to the part that has least so far. */
    Set<String> pick(List<Item> items) {
        List<Set<String>> parts = new ArrayList<>();
        long[] loads = new long[count];
        for (int i = 0; i < count; i++) {
            parts.add(new TreeSet<>());
        }
        List<Item> heaviestFirst = items.stream()
                .sorted(Comparator.comparingLong(Item::weight).reversed().thenComparing(Item::name))
                .toList();
        for (Item item : heaviestFirst) {
            int least = 0;
            for (int i = 1; i < count; i++) {
                if (loads[i] < loads[least]) {
                    least = i;
                }
            }
            parts.get(least).add(item.name());
            loads[least] += item.weight();
        }
        return parts.get(number - 1);
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
