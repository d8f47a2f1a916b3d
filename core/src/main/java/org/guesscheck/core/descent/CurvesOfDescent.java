package org.guesscheck.core.descent;

import java.util.List;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.parts.PartOutput;

/**
 * A fingerprint of how this program trains perceptrons: the digests of tiny learning curves. Builds that compute the same numbers have
 * the same one.
 */
final class CurvesOfDescent {
    private static final float SLOPE = 0.2f;
    private static final String FINGERPRINT = computed();

    private CurvesOfDescent() {}

    /** The fingerprint, from some milliseconds of work on the plain backend, whose bits are those of all backends. */
    static String fingerprint() {
        return FINGERPRINT;
    }

    private static String computed() {
        LearningProblem problem = LearningProblem.split(SyntheticSamples.moons(12, 0.1, 1), 4, 1);
        PartOutput answers = new PartOutput();
        for (Activation.Kind kind : Activation.Kind.values()) {
            Activation activation =
                    kind == Activation.Kind.LEAKY_RELU ? Activation.leakyRelu(SLOPE) : Activation.of(kind);
            for (Prior prior : Prior.values()) {
                Perceptron network = new Perceptron(List.of(3, 2), activation, prior, 1);
                for (Optimizer optimizer : Optimizer.values()) {
                    answers.putText(LearningDescent.of(problem, network)
                            .optimizer(optimizer, 0.1, 0)
                            .runs(2)
                            .epochs(4)
                            .backend("scalar")
                            .threads(1)
                            .run()
                            .digest());
                }
            }
        }
        return answers.fingerprint();
    }
}
