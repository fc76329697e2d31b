/**
 * Wire formats.
 *
 * <p>May import: the JDK only.
 */
package io.fourwave.runtime.wire;
