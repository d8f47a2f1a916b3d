package org.guesscheck.core.sampler;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.guesscheck.core.problem.Problem;

/** Depth 1, completion, Gaussian: the observed entries are N(0, 1/m'), and say nothing of the others. */
public final class DepthOneCompletion {
    private DepthOneCompletion() {}

    /** The acceptance probability, of a non-central chi-square with a degree of freedom for every observed entry. */
    public static double probability(Problem problem, double eps) {
        double centre = 0;
        for (double target : problem.train().targets()) {
            centre += problem.cols() * target * target;
        }
        int degrees = problem.train().count();
        double x = problem.cols() * degrees * eps;
        double sum = 0;
        PoissonDistribution weights = PoissonDistribution.of(centre / 2);
        for (int j = 0; j < 200; j++) {
            sum += weights.probability(j)
                    * ChiSquaredDistribution.of(degrees + 2 * j).cumulativeProbability(x);
        }
        return sum;
    }

    /** The posterior mean of the generalization loss, which is its prior mean. */
    public static double mean(Problem problem) {
        double mean = 1.0 / problem.cols();
        for (double target : problem.test().targets()) {
            mean += target * target / problem.test().count();
        }
        return mean;
    }
}
