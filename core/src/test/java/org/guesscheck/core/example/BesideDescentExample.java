package org.guesscheck.core.example;

// @start region="program"
import org.guesscheck.core.comparison.Comparison;
import org.guesscheck.core.comparison.ComparisonOutcome;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;

/** Guess and check beside gradient descent from the prior, stopped at the same training loss. */
public final class BesideDescentExample {
    public static void main(String[] arguments) {
        Problem problem = Problem.sensing(5, 5, 1, 15, 1);
        Network network = Network.linear(5, 2);
        double eps = 0.02;

        ComparisonOutcome outcome = Comparison.of(
                        RejectionSampler.of(problem, network).eps(eps).draws(2_000_000),
                        GradientDescent.of(problem, network)
                                .optimizer(Optimizer.GD)
                                .learningRate(0.3)
                                .initScale(1)
                                .epochs(1000))
                .runs(100)
                .run();

        outcome.distributions()
                .forEach(
                        part -> System.out.println(part.part() + ": generalization loss " + part.generalizationLoss()));
        outcome.distances().forEach(System.out::println);
    }
}
// @end
