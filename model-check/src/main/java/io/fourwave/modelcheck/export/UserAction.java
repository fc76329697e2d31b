package io.fourwave.modelcheck.export;

import io.fourwave.spec.ir.Type;
import io.fourwave.spec.ir.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A call one peer's user may make, with the names it has in the environment's module.
 *
 * @param budget field of {@code world} that counts down, or null for a call permitted whenever
 */
record UserAction(String peer, World.PermittedCall call, String action, String permitted, String event, String budget) {
    static List<UserAction> all(World.Environment environment, Names names) {
        List<UserAction> actions = new ArrayList<>();
        for (World.User user : environment.users()) {
            int index = 0;
            for (World.PermittedCall call : user.calls()) {
                String name = user.peer() + "_"
                        + (call.label().isEmpty() ? call.call().name() : call.label());
                String thing = " " + user.peer() + " " + index++;
                String action = names.operator("user" + thing, name);
                actions.add(new UserAction(
                        user.peer(),
                        call,
                        action,
                        names.operator("permitted" + thing, action + "_permitted"),
                        names.operator("call" + thing, action + "_call"),
                        call.atMost() == null ? null : action + "_left"));
            }
        }
        return actions;
    }

    /** Whether the call hands over octets: tokens that have to be new ones each time. */
    boolean writes() {
        return call.call().params().stream().anyMatch(param -> param.type() instanceof Type.Octets);
    }
}
