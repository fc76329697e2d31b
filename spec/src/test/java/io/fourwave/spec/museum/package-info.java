/** {@code docs/museum.md} against the mutants of {@code spec/tcp}. May import the front end and its IR. */
package io.fourwave.spec.museum;
