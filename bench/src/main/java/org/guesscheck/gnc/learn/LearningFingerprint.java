package org.guesscheck.gnc.learn;

import java.util.List;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.sampler.LearningRejection;
import org.guesscheck.core.sampler.LearningSplitting;
import org.guesscheck.gnc.journal.TextDigest;

/**
 * A fingerprint of the learning curves that this program computes: that of all of its methods. Two builds with the same one draw the
 * same numbers, so that one can go on with what the other began.
 */
final class LearningFingerprint {
    private LearningFingerprint() {}

    /** The digest, from some milliseconds of work the first time. */
    static String fingerprint() {
        LearningProblem problem = LearningProblem.split(SyntheticSamples.moons(2, 0, 1), 1, 1);
        Perceptron network = Perceptron.relu(2);
        return TextDigest.ofLines(List.of(
                program(LearningRejection.of(problem, network).divided()),
                program(LearningSplitting.of(problem, network).divided()),
                program(LearningDescent.of(problem, network).divided())));
    }

    private static String program(Division<?> division) {
        return division.identity().settings().get(Identity.PROGRAM);
    }
}
