/**
 * {@code docs/claims.md} against what it speaks of: the claims and measurements in {@code docs/data}, and the checker's world of {@code spec/tcp}. May import
 * the front end and its IR.
 */
package io.fourwave.spec.claims;
