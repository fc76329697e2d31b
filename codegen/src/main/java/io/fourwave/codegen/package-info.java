/**
 * From IR to Java source: the class that runs on the wire.
 *
 * <p>May import: {@code io.fourwave.spec}, JavaPoet and the JDK. Knows no protocol by name.
 */
package io.fourwave.codegen;
