/** Multiplication of matrices by the Vector API. */
package org.guesscheck.core.matrix.vector;
