package io.fourwave.modelcheck.tlc;

import java.util.Map;

/**
 * A state of a trace.
 *
 * @param number from 1
 * @param variables values of the module's variables
 * @param happening what led here from the state before, as the module tells it; null for the first, or when it could not be told
 */
public record TlcState(int number, Map<String, TlaValue> variables, TlaValue happening) {}
