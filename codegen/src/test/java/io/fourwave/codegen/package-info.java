/** Tests of the generator: what it writes, that it compiles, what it says when it cannot. */
package io.fourwave.codegen;
