/**
 * The distributions of the generalization loss that guessing and descending give for one problem, and how far they are apart.
 *
 * {@snippet file="org/guesscheck/core/example/BesideDescentExample.java" region="program"}
 */
package org.guesscheck.core.comparison;
