package io.fourwave.spec.interpret;

import io.fourwave.spec.ir.Expr;
import io.fourwave.spec.ir.World;
import java.util.List;
import java.util.Map;

/** Evaluates the conditions of the checker's world: of properties and witnesses, of users' calls, the bounds of an environment. */
public final class Conditions {
    private final Program program;
    private final ConditionCompiler compiler;

    /** Something true or false of the world. */
    public interface Condition {
        /** @param next the world after the step, for conditions of steps; else null */
        boolean holds(WorldView now, WorldView next);
    }

    /**
     * Conditions over the states of an interpreter that keeps ghosts.
     *
     * @param bounds of the environment, by name
     * @param tickNanos what one tick of the model is taken for
     */
    public Conditions(
            Interpreter interpreter, World.Environment environment, Map<String, Long> bounds, long tickNanos) {
        program = interpreter.program();
        compiler = new ConditionCompiler(program, List.copyOf(environment.peers()), bounds, tickNanos);
    }

    /** A condition that says itself whose variables it speaks of. */
    public Condition of(Expr expr) {
        return at(0, expr);
    }

    /**
     * A condition over the TCB of one end.
     *
     * @param peer by the environment's order
     */
    public Condition at(int peer, Expr expr) {
        Value value = compiler.compile(expr);
        return (now, next) -> value.holds(WorldExecution.of(now, next, peer, program.locals[0]));
    }

    /** The value of an expression over literals, parameters and bounds. */
    public long constant(Expr expr) {
        return program.constant(compiler.compile(expr));
    }
}
