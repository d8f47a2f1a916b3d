/** Multiplication of matrices in plain Java. */
package org.guesscheck.core.matrix.scalar;
