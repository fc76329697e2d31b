package io.fourwave.spec.interpret;

import java.util.HashMap;
import java.util.Map;

/**
 * Slots of the locals of a handler, procedure or definition. Neither recursion nor concurrency exists within a step, so every
 * local of the machine has a slot of its own for good; an inner block may use an outer one's name again.
 */
final class Scope {
    private final Scope outer;
    private final int[] used;
    private final Map<String, Integer> slots = new HashMap<>();

    /** {@code used}: a counter shared by all scopes of the machine. */
    Scope(int[] used) {
        this(null, used);
    }

    private Scope(Scope outer, int[] used) {
        this.outer = outer;
        this.used = used;
    }

    Scope inner() {
        return new Scope(this, used);
    }

    int declare(String name) {
        int slot = used[0]++;
        slots.put(name, slot);
        return slot;
    }

    int slot(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Integer slot = scope.slots.get(name);
            if (slot != null) {
                return slot;
            }
        }
        throw new IllegalArgumentException("the IR uses the local `" + name + "` before it declares it");
    }
}
