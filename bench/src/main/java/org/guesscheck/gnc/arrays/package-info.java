/** Problems and results as arrays for NumPy, and problem files of either form. */
package org.guesscheck.gnc.arrays;
