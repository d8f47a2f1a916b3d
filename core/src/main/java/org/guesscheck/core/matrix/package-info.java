/**
 * Products of large matrices off the heap, for large gradient descent: who multiplies, {@code scalar} and {@code vector} here, libraries
 * in other modules. Knows nothing of networks and draws.
 */
package org.guesscheck.core.matrix;
