package io.fourwave.spec.resolve;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which declarations are referred to, for the warnings about those that are not. */
final class Usage {
    enum Sort {
        VARIABLE,
        DEFINE,
        PROCEDURE,
        POLICY,
        ERROR,
        NOTICE,
        GROUP,
        TYPE,
        STATE_ENTERED,
        TIMER_STARTED,
        BOUND,
        STREAM
    }

    private final Map<Sort, Set<String>> used = new EnumMap<>(Sort.class);

    void mark(Sort sort, String name) {
        used.computeIfAbsent(sort, s -> new HashSet<>()).add(name);
    }

    boolean uses(Sort sort, String name) {
        return used.getOrDefault(sort, Set.of()).contains(name);
    }
}
