package org.guesscheck.gnc.learn;

import java.util.Optional;
import org.guesscheck.core.descent.LearningDescentCurve;
import org.guesscheck.core.descent.LearningDescentPoint;
import org.guesscheck.core.posterior.LearningCurve;

/**
 * What was learned of one training set.
 *
 * @param curve by guess and check
 * @param descent by gradient descent; empty where it was not asked for
 */
public record LearnedSet(LearningCurve curve, Optional<LearningDescentCurve> descent) {
    /** What gradient descent learned from so many samples; empty where it did not. */
    Optional<LearningDescentPoint> descentAt(int samples) {
        return descent.flatMap(all -> all.points().stream()
                .filter(point -> point.samples() == samples)
                .findFirst());
    }
}
