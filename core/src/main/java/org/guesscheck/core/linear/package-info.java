/**
 * Dense linear algebra in double precision for the preparation of large problems: products of matrices row by row, and
 * Householder reflections in blocks. The package is not exported.
 *
 * <p>The results are part of the determinism contract: IEEE operations alone, in an order that depends on the shapes alone. The
 * work runs on the calling thread and calls a checkpoint every few milliseconds. The checkpoint ends the work by throwing.
 */
package org.guesscheck.core.linear;
