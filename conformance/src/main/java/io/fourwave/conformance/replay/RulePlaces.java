package io.fourwave.conformance.replay;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import java.util.HashMap;
import java.util.Map;

/** Where each rule stands in the specification. */
final class RulePlaces {
    private final Map<String, Place> places = new HashMap<>();

    RulePlaces(Protocol protocol) {
        for (Machine.Handler handler : protocol.machine().handlers()) {
            handler.checks().forEach(check -> places.put(check.rule(), check.place()));
        }
    }

    /** Null when there is no such rule. */
    Place of(String rule) {
        return places.get(rule);
    }
}
