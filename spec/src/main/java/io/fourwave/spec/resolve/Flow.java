package io.fourwave.spec.resolve;

import io.fourwave.spec.ir.DataKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Which restricted data a value comes from. Both lists name the way the data took, source first ({@code SRTT, rttTooLong}), and
 * are empty when none flows in.
 */
record Flow(List<String> runtime, List<String> ghost) {
    static final Flow PLAIN = new Flow(List.of(), List.of());

    static Flow source(DataKind kind, String name) {
        return switch (kind) {
            case PLAIN -> PLAIN;
            case RUNTIME -> new Flow(List.of(name), List.of());
            case GHOST -> new Flow(List.of(), List.of(name));
        };
    }

    /** Of a value computed from both; of two ways the first is told. */
    Flow join(Flow other) {
        if (other == PLAIN || equals(other)) {
            return this;
        }
        return new Flow(runtime.isEmpty() ? other.runtime : runtime, ghost.isEmpty() ? other.ghost : ghost);
    }

    /** The same data, now under a name on its way. */
    Flow through(String name) {
        return new Flow(extended(runtime, name), extended(ghost, name));
    }

    private static List<String> extended(List<String> path, String name) {
        if (path.isEmpty() || path.get(path.size() - 1).equals(name)) {
            return path;
        }
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    boolean isRuntime() {
        return !runtime.isEmpty();
    }

    boolean isGhost() {
        return !ghost.isEmpty();
    }

    /** The most restricted kind; a mixture is an error wherever it ends, so either answer will do for it. */
    DataKind kind() {
        if (isGhost()) {
            return DataKind.GHOST;
        }
        return isRuntime() ? DataKind.RUNTIME : DataKind.PLAIN;
    }
}
