package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.List;

/** Folds runs, by rising seed, into an ensemble's outcome. For one thread. */
final class EnsembleTally {
    private final List<EnsembleRun> runs = new ArrayList<>();
    private double[] sum = {};
    private int reached;
    private int diverged;

    EnsembleTally() {}

    /** Takes the next run; its predicted matrix counts unless it diverged. */
    void add(EnsembleRun run, float[] predicted) {
        runs.add(run);
        reached += run.ending() == Ending.REACHED ? 1 : 0;
        if (!run.finite()) {
            diverged++;
            return;
        }
        if (sum.length == 0) {
            sum = new double[predicted.length];
        }
        for (int e = 0; e < sum.length; e++) {
            sum[e] += predicted[e];
        }
    }

    int count() {
        return runs.size();
    }

    EnsembleOutcome outcome() {
        double[] mean = sum.clone();
        for (int e = 0; e < mean.length; e++) {
            mean[e] /= runs.size() - diverged;
        }
        return new EnsembleOutcome(runs, reached, diverged, mean);
    }
}
