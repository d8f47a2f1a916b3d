package org.guesscheck.gnc.journal;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.ConditionalSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.core.sampler.SplittingSampler;

/**
 * A fingerprint of what this program computes: a digest over the answers to a few tiny questions. Two builds with the same
 * one draw the same numbers and choose the same methods, so that one can go on with what the other began; a change of a
 * kernel, a seed or a sampler changes it.
 */
final class ProgramFingerprint {
    private static final String FINGERPRINT = computed();

    private ProgramFingerprint() {}

    /** The digest, from some milliseconds of work on the plain backend, whose bits are those of all backends. */
    static String fingerprint() {
        return FINGERPRINT;
    }

    private static String computed() {
        Problem problem = Problem.sensing(3, 2, 1, 4, 1);
        List<String> answers = new ArrayList<>();
        for (Activation.Kind kind : Activation.Kind.values()) {
            Activation activation =
                    kind == Activation.Kind.LEAKY_RELU ? Activation.leakyRelu(0.2f) : new Activation(kind, 1);
            for (Prior prior : Prior.values()) {
                Network network = new Network(4, 3, activation, prior, prior == Prior.UNIFORM, 1e-6f);
                for (String sampler : Sampler.NAMES) {
                    boolean conditional = sampler.equals(ConditionalSampler.NAME);
                    if (!conditional || prior == Prior.GAUSSIAN) {
                        answers.add(answer(sampler, problem, network));
                    }
                }
                answers.add(GradientDescent.of(problem, network).epochs(4).run().digest());
            }
        }
        return TextDigest.of(String.join("\n", answers));
    }

    private static String answer(String sampler, Problem problem, Network network) {
        Posterior posterior = Sampler.named(sampler, problem, network)
                .backend("scalar")
                .threads(1)
                .eps(0.2)
                .draws(sampler.equals(SplittingSampler.NAME) ? 1 << 15 : 1024)
                .seed(1)
                .run();
        // The notes hold the estimates of cost by which a method was taken.
        return posterior.origin().sampler() + " " + posterior.origin().digest() + " "
                + posterior.diagnostics().notes();
    }
}
