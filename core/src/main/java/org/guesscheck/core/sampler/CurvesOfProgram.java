package org.guesscheck.core.sampler;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.sampler.learning.CurveDivision;

/**
 * A fingerprint of the learning curves that this program computes: the digests of tiny ones. Builds that draw the same numbers have the
 * same one, so that one can fold what another computed.
 */
final class CurvesOfProgram {
    private static final float SLOPE = 0.2f;
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private CurvesOfProgram() {}

    /** The fingerprint of a method, from some milliseconds of work on the plain backend, whose bits are those of all backends. */
    static String fingerprint(String method) {
        return KNOWN.computeIfAbsent(method, CurvesOfProgram::computed);
    }

    private static String computed(String method) {
        LearningProblem problem = LearningProblem.split(SyntheticSamples.moons(12, 0.1, 1), 4, 1);
        PartOutput answers = new PartOutput();
        for (Activation.Kind kind : Activation.Kind.values()) {
            Activation activation =
                    kind == Activation.Kind.LEAKY_RELU ? Activation.leakyRelu(SLOPE) : Activation.of(kind);
            for (Prior prior : Prior.values()) {
                answers.putText(digest(method, problem, new Perceptron(List.of(3, 2), activation, prior, 1)));
            }
        }
        // Rejection draws its second layer by samples.
        answers.putText(digest(method, problem, Perceptron.relu(24, 24, 2)));
        return answers.fingerprint();
    }

    private static String digest(String method, LearningProblem problem, Perceptron network) {
        LearningSampler<?> sampler = method.equals(CurveDivision.METHOD)
                ? LearningSplitting.of(problem, network).particles(16).sweeps(3).replicas(2)
                : LearningRejection.of(problem, network).draws(1024).networks(4);
        return sampler.backend("scalar").threads(1).run().origin().digest();
    }
}
