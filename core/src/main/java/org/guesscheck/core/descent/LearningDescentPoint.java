package org.guesscheck.core.descent;

import java.util.Optional;
import org.guesscheck.core.estimate.TestAccuracy;

/**
 * What gradient descent learned from the first samples of a training set.
 *
 * @param samples how many samples, at least 1
 * @param runs how many networks were trained
 * @param reached how many of them fitted all samples before the epochs were over
 * @param epochs epochs until then, on average; NaN where none had
 * @param accuracy how these networks do on the test samples; empty where there is none
 */
public record LearningDescentPoint(
        int samples, int runs, int reached, double epochs, Optional<TestAccuracy> accuracy) {}
