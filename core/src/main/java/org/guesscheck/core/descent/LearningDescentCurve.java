package org.guesscheck.core.descent;

import java.util.List;

/**
 * The learning curve of gradient descent.
 *
 * @param points one for each number of training samples, rising; immutable
 * @param backend whose kernels multiplied
 * @param threads how many threads trained
 * @param seconds time of all runs
 * @param digest SHA-256 of every run's epochs and accuracy
 */
public record LearningDescentCurve(
        List<LearningDescentPoint> points, String backend, int threads, double seconds, String digest) {
    /** Copies the points. */
    public LearningDescentCurve {
        points = List.copyOf(points);
    }
}
