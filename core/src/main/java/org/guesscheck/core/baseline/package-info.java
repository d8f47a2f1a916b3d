/**
 * Answers to a matrix sensing problem without a network: the matrices of least Frobenius norm and of least nuclear norm that fit
 * the training data, and the limit of Guess and Check at infinite width. They are what a reader compares a network with.
 */
package org.guesscheck.core.baseline;
