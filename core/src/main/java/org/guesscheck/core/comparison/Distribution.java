package org.guesscheck.core.comparison;

import java.util.Optional;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.problem.Problem;

/**
 * A part's distribution.
 *
 * @param part the part
 * @param draws its sample; without draws if none was accepted, or no run got there
 * @param generalizationLoss mean, interval and quantiles of the generalization loss; empty without draws
 * @param lossOfMean the generalization loss of the mean predicted matrix, which is at most the mean loss; NaN without draws
 * @param distanceOfMean the Frobenius distance of the mean predicted matrix to the ground truth; NaN without draws, or where the problem
 *     has no ground truth
 */
public record Distribution(
        Part part,
        WeightedDraws draws,
        Optional<GeneralizationLoss> generalizationLoss,
        double lossOfMean,
        double distanceOfMean) {
    /** A distribution of which mean and quantiles are the sample's own. */
    static Distribution of(Part part, Problem problem, WeightedDraws draws) {
        return of(part, problem, draws, LossSummary.of(draws));
    }

    /** A distribution of which mean and quantiles are known better than by the draws that were kept. */
    static Distribution of(
            Part part, Problem problem, WeightedDraws draws, Optional<GeneralizationLoss> generalizationLoss) {
        double[] mean = draws.meanPredicted();
        if (mean.length == 0) {
            return new Distribution(part, draws, generalizationLoss, Double.NaN, Double.NaN);
        }
        double distance =
                problem.groundTruth().map(truth -> distance(mean, truth)).orElse(Double.NaN);
        return new Distribution(part, draws, generalizationLoss, problem.generalizationLoss(mean), distance);
    }

    private static double distance(double[] mean, double[] truth) {
        double squares = 0;
        for (int e = 0; e < truth.length; e++) {
            squares += (mean[e] - truth[e]) * (mean[e] - truth[e]);
        }
        return Math.sqrt(squares);
    }
}
