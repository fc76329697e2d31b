/**
 * Time as an argument: clocks (real and virtual) and the timer wheel. May import: the JDK only.
 */
package io.fourwave.runtime.time;
