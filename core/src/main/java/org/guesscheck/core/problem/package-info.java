/**
 * Matrix sensing and completion problems: measurements, targets, the ground truth and the test directions.
 *
 * {@snippet file="org/guesscheck/core/example/OwnProblemExample.java" region="program"}
 */
package org.guesscheck.core.problem;
