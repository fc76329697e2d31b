package io.fourwave.conformance.rerun;

import io.fourwave.conformance.equivalence.GeneratedClass;
import io.fourwave.spec.interpret.Conditions;
import io.fourwave.spec.interpret.Encoding;
import io.fourwave.spec.interpret.Interpreter;
import io.fourwave.spec.interpret.ScenarioChoices;
import io.fourwave.spec.interpret.ScenarioValues;
import io.fourwave.spec.ir.Protocol;
import io.fourwave.spec.ir.World;

/** A scenario made ready to be run: the interpreter that keeps its ghosts, the generated class beside it, its conditions and choices. */
final class Subject {
    /** What a tick of the model is taken for. */
    static final long TICK_NANOS = 1_000_000_000L;

    final Protocol protocol;
    final World.Scenario scenario;
    final World.Environment environment;
    final ScenarioValues values;
    final Interpreter interpreter;
    final Conditions conditions;
    final ScenarioChoices choices;
    final GeneratedClass generated;

    /** @throws IllegalArgumentException when there is no such scenario */
    Subject(Protocol protocol, String scenario, GeneratedClass generated) {
        this.protocol = protocol;
        this.generated = generated;
        this.scenario = protocol.world().scenarios().stream()
                .filter(one -> one.name().equals(scenario))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the specification has no scenario `" + scenario + "` any more"));
        environment = ScenarioValues.environment(protocol, this.scenario);
        values = ScenarioValues.of(protocol, this.scenario, TICK_NANOS);
        interpreter = Interpreter.withGhosts(protocol, values.parameters(), values.capacities(), Encoding.WIRE_MODULUS);
        conditions = new Conditions(interpreter, environment, values.bounds(), TICK_NANOS);
        choices = new ScenarioChoices(protocol, this.scenario, TICK_NANOS);
    }

    /** By the environment's order. */
    int peer(String name) {
        int index = environment.peers().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "the environment `" + environment.name() + "` has no peer `" + name + "`");
        }
        return index;
    }

    /** @throws IllegalArgumentException when there is no such property */
    World.Property property(String name) {
        return protocol.world().properties().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the specification has no property `" + name + "` any more"));
    }
}
