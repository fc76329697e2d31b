/**
 * Small servers on the event-driven interface: echo, discard, chargen (RFC 862 to 864) and static files over HTTP/1.1. May import {@code api} and what
 * its signatures name.
 */
package io.fourwave.runtime.service;
