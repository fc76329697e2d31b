package io.fourwave.conformance.counterexample;

import io.fourwave.spec.ir.Machine;
import io.fourwave.spec.ir.Place;
import io.fourwave.spec.ir.Protocol;
import java.util.HashMap;
import java.util.Map;

/** Where rules stand. */
final class Rules {
    private final Map<String, Place> places = new HashMap<>();

    Rules(Protocol protocol) {
        for (Machine.Handler handler : protocol.machine().handlers()) {
            handler.checks().forEach(check -> places.put(check.rule(), check.place()));
        }
    }

    /** {@code transmitting.transmit (tcp/transmit.wave:12)}. */
    String text(String rule) {
        if (rule.isEmpty()) {
            return "ignored";
        }
        Place place = places.get(rule);
        return place == null ? rule : rule + " (" + place.file() + ":" + place.line() + ")";
    }
}
