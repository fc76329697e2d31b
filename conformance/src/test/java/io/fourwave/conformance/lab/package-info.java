/** What the tests of this module share: generated classes compiled on the spot, machines driven at random, traces rewritten. */
package io.fourwave.conformance.lab;
