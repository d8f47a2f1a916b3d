/**
 * Products of large matrices off the heap, for large gradient descent. Multipliers are {@code scalar} and {@code vector} in this
 * module, and libraries in other modules. The package knows nothing of networks and draws.
 */
package org.guesscheck.core.matrix;
