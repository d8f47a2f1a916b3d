package org.guesscheck.core;

import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;

/** The example of the README and of the module's documentation, which {@link EmbeddingExampleTest} runs. */
final class EmbeddingExample {
    private EmbeddingExample() {}

    static Posterior run() {
        // @start region="example"
        Problem problem = Problem.sensing(5, 5, 1, 15, 1);
        Posterior posterior = RejectionSampler.of(problem, Network.linear(5, 2))
                .eps(0.02)
                .draws(10_000_000)
                .seed(7)
                .run();
        ThresholdEstimate estimate = posterior.thresholds().getFirst();
        System.out.println(estimate.probability() + " " + estimate.generalizationLoss());
        // @end
        return posterior;
    }
}
