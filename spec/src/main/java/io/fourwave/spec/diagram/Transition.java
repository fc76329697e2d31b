package io.fourwave.spec.diagram;

import io.fourwave.spec.ir.Machine;

/**
 * A step may lead from one state to another.
 *
 * @param rule name of the check that enters the state
 */
public record Transition(Machine.State from, Machine.State to, Machine.Event event, String rule) {}
