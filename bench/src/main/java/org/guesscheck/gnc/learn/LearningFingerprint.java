package org.guesscheck.gnc.learn;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.sampler.LearningRejection;
import org.guesscheck.core.sampler.LearningSplitting;
import org.guesscheck.gnc.journal.TextDigest;

/**
 * A fingerprint of the learning curves that this program computes: a digest over the answers to a few tiny questions. Two builds
 * with the same one draw the same numbers, so that one can go on with what the other began.
 */
final class LearningFingerprint {
    private static final String FINGERPRINT = computed();

    private LearningFingerprint() {}

    /** The digest, from some milliseconds of work on the plain backend, whose bits are those of all backends. */
    static String fingerprint() {
        return FINGERPRINT;
    }

    private static String computed() {
        LearningProblem problem = LearningProblem.split(SyntheticSamples.moons(12, 0.1, 1), 4, 1);
        List<String> answers = new ArrayList<>();
        for (Activation.Kind kind : Activation.Kind.values()) {
            Activation activation =
                    kind == Activation.Kind.LEAKY_RELU ? Activation.leakyRelu(0.2f) : new Activation(kind, 1);
            for (Prior prior : Prior.values()) {
                Perceptron network = new Perceptron(List.of(3, 2), activation, prior, 1);
                answers.add(LearningRejection.of(problem, network)
                        .draws(1024)
                        .networks(4)
                        .backend("scalar")
                        .threads(1)
                        .run()
                        .origin()
                        .digest());
                answers.add(LearningSplitting.of(problem, network)
                        .particles(16)
                        .sweeps(3)
                        .replicas(2)
                        .backend("scalar")
                        .threads(1)
                        .run()
                        .origin()
                        .digest());
                answers.add(LearningDescent.of(problem, network)
                        .runs(2)
                        .epochs(4)
                        .backend("scalar")
                        .threads(1)
                        .run()
                        .digest());
            }
        }
        // Its second layer is drawn by samples.
        answers.add(LearningRejection.of(problem, Perceptron.relu(24, 24, 2))
                .draws(1024)
                .networks(4)
                .backend("scalar")
                .threads(1)
                .run()
                .origin()
                .digest());
        return TextDigest.ofLines(answers);
    }
}
