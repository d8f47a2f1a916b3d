/**
 * Dense linear algebra in double precision for the preparation of large problems: products of matrices row by row, and
 * Householder reflections in blocks. Not exported.
 *
 * <p>All of it is part of the determinism contract: IEEE operations alone, in an order that depends on nothing but the
 * shapes. It runs on the calling thread and asks a checkpoint every few milliseconds, which ends the work by throwing.
 */
package org.guesscheck.core.linear;
