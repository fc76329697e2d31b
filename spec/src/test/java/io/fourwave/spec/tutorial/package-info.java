/** {@code docs/tutorial.md}, and the commands of all pages, against {@code spec/tcp}. May import the front end and its IR. */
package io.fourwave.spec.tutorial;
