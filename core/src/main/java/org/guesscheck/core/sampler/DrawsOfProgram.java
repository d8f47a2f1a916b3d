package org.guesscheck.core.sampler;

import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.problem.Problem;

/**
 * A fingerprint of what this program draws: the digests of tiny questions to a method. Builds that draw the same numbers have
 * the same one, so that one can fold what another computed.
 */
final class DrawsOfProgram {
    private static final float SLOPE = 0.2f;

    private DrawsOfProgram() {}

    /** The fingerprint, from some milliseconds of work on the plain backend, whose bits are those of all backends. */
    static String fingerprint(String method) {
        Problem problem = Problem.sensing(3, 2, 1, 4, 1);
        PartOutput answers = new PartOutput();
        for (Activation.Kind kind : Activation.Kind.values()) {
            Activation activation =
                    kind == Activation.Kind.LEAKY_RELU ? Activation.leakyRelu(SLOPE) : Activation.of(kind);
            for (Prior prior : Prior.values()) {
                Network network = new Network(4, 3, activation, prior, prior == Prior.UNIFORM, Network.SOFTENING);
                if (!method.equals(ConditionalSampler.NAME) || ConditionalSampler.applies(network)) {
                    answers.putText(digest(Sampler.named(method, problem, network)));
                }
            }
        }
        if (method.equals(RejectionSampler.NAME)) {
            answers.putText(
                    digest(RejectionSampler.of(problem, Network.linear(4, 3)).reduce(true)));
        }
        return answers.fingerprint();
    }

    private static String digest(Sampler<?> sampler) {
        long draws = sampler instanceof SplittingSampler ? SplittingSampler.LEAST_DRAWS : 1024;
        return sampler.backend("scalar")
                .threads(1)
                .eps(0.2)
                .draws(draws)
                .seed(1)
                .run()
                .origin()
                .digest();
    }
}
