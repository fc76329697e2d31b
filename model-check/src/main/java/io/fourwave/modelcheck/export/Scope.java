package io.fourwave.modelcheck.export;

import java.util.HashMap;
import java.util.Map;

/**
 * Where an expression is written: what stands for the TCB and for the segment there, the names of the locals, and whether the values
 * after a step are meant.
 *
 * @param tcb text that denotes the TCB's record, or null outside of a peer
 * @param segment text that denotes the segment's record, or null
 * @param locals spec name to TLA+ name; of parameters, lets, choices and bound peers
 * @param identifiers names free inside the operator
 * @param primed whether variables mean their values after the step
 */
record Scope(String tcb, String segment, Map<String, String> locals, Identifiers identifiers, boolean primed) {
    static Scope operator(Names names, String tcb, String segment) {
        return new Scope(tcb, segment, new HashMap<>(), names.inner(), false);
    }

    Scope at(String otherTcb) {
        return new Scope(otherTcb, segment, locals, identifiers, primed);
    }

    Scope arriving(String otherSegment) {
        return new Scope(tcb, otherSegment, locals, identifiers, primed);
    }

    Scope after() {
        // Inside of p.(…) the TCB is already named: prime the name.
        String later = tcb != null && tcb.startsWith("tcb[") ? "tcb'" + tcb.substring(3) : tcb;
        return new Scope(later, segment, locals, identifiers, true);
    }

    /** A scope in which new locals can be declared without being seen outside. */
    Scope block() {
        return new Scope(tcb, segment, new HashMap<>(locals), identifiers, primed);
    }

    String declare(String local) {
        String name = identifiers.fresh(local);
        locals.put(local, name);
        return name;
    }

    String local(String name) {
        String known = locals.get(name);
        if (known == null) {
            throw new ExportException(
                    "`" + name + "` is used where the model does not know it",
                    "only plain and ghost values exist in the model");
        }
        return known;
    }
}
