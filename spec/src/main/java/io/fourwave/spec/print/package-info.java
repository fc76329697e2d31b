/**
 * The IR as text: complete but for places and comments, the same in every run, made to be read in a diff. May import: the IR.
 */
package io.fourwave.spec.print;
