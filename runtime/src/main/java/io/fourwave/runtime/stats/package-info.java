/**
 * Counters with names, written by one thread and read by any. May import: the JDK only.
 */
package io.fourwave.runtime.stats;
