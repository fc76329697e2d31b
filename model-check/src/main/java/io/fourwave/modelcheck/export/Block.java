package io.fourwave.modelcheck.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Straight-line statements on their way into one expression: updates gather in one EXCEPT as long as none reads what an earlier one
 * wrote, and are given a name when one does.
 */
final class Block {
    private final Identifiers identifiers;
    private final List<String> definitions = new ArrayList<>();
    private final List<String> updates = new ArrayList<>();
    private final Set<String> written = new HashSet<>();
    private String base;

    Block(Identifiers identifiers, String base) {
        this.identifiers = identifiers;
        this.base = base;
    }

    /** The TCB as the next expression sees it, if it reads these parts of it. */
    String reading(Set<String> parts) {
        if (!Collections.disjoint(parts, written)) {
            settle();
        }
        return base;
    }

    void update(String part, String text) {
        updates.add(text);
        written.add(part);
    }

    void define(String name, String value) {
        definitions.add(name + " == " + Layout.hang(value, 2));
    }

    /** From here on the TCB is this value. */
    String become(String value) {
        settle();
        base = identifiers.numbered("s");
        define(base, value);
        return base;
    }

    /** Names the TCB with all updates so far. */
    String settle() {
        if (!updates.isEmpty()) {
            String value = Layout.except(base, updates);
            updates.clear();
            written.clear();
            base = identifiers.numbered("s");
            define(base, value);
        }
        return base;
    }

    /** The TCB with all updates so far, as an expression. */
    String value() {
        return Layout.except(base, updates);
    }

    String finish(String result) {
        return Layout.let(definitions, result);
    }
}
