/** {@code docs/properties.md} against the properties of {@code spec/tcp}. May import the front end and its IR. */
package io.fourwave.spec.properties;
