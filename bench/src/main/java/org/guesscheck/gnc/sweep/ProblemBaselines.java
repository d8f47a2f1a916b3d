package org.guesscheck.gnc.sweep;

import org.guesscheck.core.baseline.Baseline;
import org.guesscheck.core.baseline.Baselines;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.config.ProblemRecipe;

/** The baselines of a problem, which its cells share. A problem that is too large for one goes without it. */
final class ProblemBaselines {
    private final Baselines baselines;
    private final double leastFrobeniusNorm;
    private final double leastNuclearNorm;

    private ProblemBaselines(Problem problem) {
        boolean measured = problem.train().positions().isEmpty();
        boolean small = isSmall(problem.rows(), problem.cols());
        baselines = small || !measured ? Baselines.of(problem) : null;
        leastFrobeniusNorm =
                baselines == null ? Double.NaN : baselines.leastFrobeniusNorm().generalizationLoss();
        leastNuclearNorm = small ? loss(baselines.leastNuclearNorm()) : Double.NaN;
    }

    /** Computes them; the work ends early if the thread is interrupted. */
    static ProblemBaselines of(Problem problem) {
        return new ProblemBaselines(problem);
    }

    /** The loss of a solution; rounding may end the search early where the measurements are nearly dependent. */
    private static double loss(Baseline least) {
        return least.gap() <= Baselines.GAP ? least.generalizationLoss() : Double.NaN;
    }

    private static boolean isSmall(int rows, int cols) {
        return (long) rows * cols <= Baselines.MOST_ENTRIES;
    }

    /** Which baselines problems of a recipe are too large for, in a sentence; empty where there is none. */
    static String leftOut(ProblemRecipe recipe) {
        if (isSmall(recipe.rows(), recipe.cols())) {
            return "";
        }
        return (recipe.completion() ? "The least nuclear norm is" : "Least norms and the limit of infinite width are")
                + " left out: " + recipe.rows() + " x " + recipe.cols() + " matrices have more than "
                + Baselines.MOST_ENTRIES + " entries.";
    }

    BaselineLosses at(Network network) {
        double limit = baselines == null
                ? Double.NaN
                : baselines.infiniteWidth(network).orElse(Double.NaN);
        return new BaselineLosses(leastFrobeniusNorm, leastNuclearNorm, limit);
    }
}
