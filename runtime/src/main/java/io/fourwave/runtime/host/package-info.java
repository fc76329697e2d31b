/**
 * The TCP host: which connection a segment belongs to, listeners and their backlogs, ports, initial sequence numbers, alarms for the timers, and the
 * round of opportunities after each step. What a connection does is the specification's; nothing here looks at a state to decide about a segment.
 *
 * <p>Everything here runs on the thread of one link. May import {@code machine}, {@code tcp}, {@code stream}, {@code policy}, {@code net}, {@code wire},
 * {@code time}.
 */
package io.fourwave.runtime.host;
