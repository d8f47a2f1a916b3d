/**
 * The distributions of the generalization loss that guessing and descending give for one problem, and how far they are apart.
 */
package org.guesscheck.core.comparison;
