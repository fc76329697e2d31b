package io.fourwave.codegen;

import com.palantir.javapoet.NameAllocator;
import io.fourwave.spec.ir.Machine;
import java.util.LinkedHashMap;
import java.util.Map;

/** A constant for each rule, in declared order of the handlers and their checks: the order of the schema's rules. */
final class RuleConstants {
    private RuleConstants() {}

    /** Rule name to constant. */
    static Map<String, String> of(Machine machine) {
        NameAllocator names = new NameAllocator();
        Map<String, String> constants = new LinkedHashMap<>();
        for (Machine.Handler handler : machine.handlers()) {
            for (Machine.Check check : handler.checks()) {
                constants.put(check.rule(), names.newName(Naming.constant(check.rule())));
            }
        }
        return constants;
    }
}
