/**
 * What RFC 9293 expects of a connection, asked of the specification through the interpreter: one class per state or concern. These tests know TCP;
 * nothing they test does. May import the front end and the interpreter.
 */
package io.fourwave.spec.tcp;
