package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.List;

/** Folds runs, by rising seed, into an ensemble's outcome. For one thread. */
final class EnsembleTally {
    private final List<EnsembleRun> runs = new ArrayList<>();
    private double[] sum = {};
    private double[] reachedSum = {};
    private int reached;
    private int diverged;

    EnsembleTally() {}

    /** Takes the next run; its predicted matrix counts unless it diverged. */
    void add(EnsembleRun run, float[] predicted) {
        runs.add(run);
        if (!run.finite()) {
            diverged++;
            return;
        }
        sum = plus(sum, predicted);
        if (run.ending() == Ending.REACHED) {
            reached++;
            reachedSum = plus(reachedSum, predicted);
        }
    }

    private static double[] plus(double[] sum, float[] predicted) {
        double[] more = sum.length == 0 ? new double[predicted.length] : sum;
        for (int e = 0; e < more.length; e++) {
            more[e] += predicted[e];
        }
        return more;
    }

    int count() {
        return runs.size();
    }

    EnsembleOutcome outcome() {
        return new EnsembleOutcome(
                runs, reached, diverged, over(sum, runs.size() - diverged), over(reachedSum, reached));
    }

    private static double[] over(double[] sum, int count) {
        double[] mean = sum.clone();
        for (int e = 0; e < mean.length; e++) {
            mean[e] /= count;
        }
        return mean;
    }
}
