/** Matrix sensing and completion problems: measurements, targets, the ground truth and the test directions. */
package org.guesscheck.core.problem;
