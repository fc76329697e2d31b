/**
 * The step trace: a compact file of every step a generated machine made, with the choices its policies took.
 *
 * <p>{@link io.fourwave.conformance.trace.TraceWriter} records, {@link io.fourwave.conformance.trace.TraceReader} reads,
 * {@link io.fourwave.conformance.trace.TracePrinter} shows. A trace names everything it holds, so it can be shown without the
 * specification; to replay it needs the specification it was made from, see {@link io.fourwave.conformance.replay}.
 *
 * <p>May import: runtime's {@code machine} package and the JDK. Knows no protocol.
 */
package io.fourwave.conformance.trace;
