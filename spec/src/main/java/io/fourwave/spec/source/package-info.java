/**
 * The text of a specification: files and sets of files, as read or as given.
 *
 * <p>May import: the JDK only.
 */
package io.fourwave.spec.source;
