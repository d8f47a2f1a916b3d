package org.guesscheck.core.example;

// @start region="program"
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.SplittingSampler;

/** A problem of one's own: two sums of a 2 x 2 matrix are measured, and its entries at the right are asked for. */
public final class OwnProblemExample {
    public static void main(String[] arguments) {
        // A measurement matrix is a row of rows * cols numbers, row by row.
        Measurements train = Measurements.of(new double[][] {{1, 1, 0, 0}, {0, 0, 1, 1}}, new double[] {1.5, -0.5});
        Measurements test = Measurements.of(new double[][] {{0, 1, 0, 0}, {0, 0, 0, 1}}, new double[] {0.5, -0.25});
        Problem problem = Problem.of(2, 2, train, test);

        Posterior posterior = SplittingSampler.of(problem, Network.linear(8, 3).with(Activation.TANH))
                .eps(1e-4)
                .relativeError(0.1)
                .run();

        ThresholdEstimate estimate = posterior.thresholds().getFirst();
        System.out.println("acceptance probability " + estimate.probability());
        System.out.println("generalization loss "
                + estimate.generalizationLoss().orElseThrow().mean());
        System.out.println("reasons for doubt " + posterior.diagnostics().reasons());
    }
}
// @end
