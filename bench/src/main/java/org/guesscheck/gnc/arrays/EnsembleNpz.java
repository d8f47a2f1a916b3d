package org.guesscheck.gnc.arrays;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.guesscheck.core.descent.Ending;
import org.guesscheck.core.descent.EnsembleOutcome;
import org.guesscheck.core.descent.EnsembleRun;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.npy.NpzWriter;

/**
 * Many runs of gradient descent as arrays with a number for each: {@code seed}, {@code epochs}, {@code train_loss} and {@code losses} (the
 * generalization losses; both NaN for a run that diverged), {@code reached}, {@code diverged}; and the matrices {@code mean_predicted} of runs
 * that did not diverge and {@code mean_reached} of those that reached their training loss, where there are any.
 */
public final class EnsembleNpz {
    private EnsembleNpz() {}

    /** Writes the runs in the order of their seeds. */
    public static void write(EnsembleOutcome outcome, Problem problem, OutputStream out) throws IOException {
        List<EnsembleRun> runs = outcome.runs();
        int count = runs.size();
        try (NpzWriter npz = new NpzWriter(out)) {
            npz.put("seed", runs.stream().mapToLong(EnsembleRun::seed).toArray(), count)
                    .put(
                            "epochs",
                            runs.stream().mapToLong(run -> run.end().epoch()).toArray(),
                            count)
                    .put("train_loss", losses(runs, run -> run.end().trainLoss()), count)
                    .put("losses", losses(runs, run -> run.end().generalizationLoss()), count)
                    .put("reached", ended(runs, Ending.REACHED), count)
                    .put("diverged", ended(runs, Ending.DIVERGED), count);
            matrix("mean_predicted", outcome.meanPredicted(), problem, npz);
            matrix("mean_reached", outcome.meanReached(), problem, npz);
        }
    }

    private static double[] losses(List<EnsembleRun> runs, ToDoubleFunction<EnsembleRun> loss) {
        return runs.stream()
                .mapToDouble(run -> run.ending() == Ending.DIVERGED ? Double.NaN : loss.applyAsDouble(run))
                .toArray();
    }

    private static boolean[] ended(List<EnsembleRun> runs, Ending ending) {
        boolean[] ended = new boolean[runs.size()];
        for (int i = 0; i < ended.length; i++) {
            ended[i] = runs.get(i).ending() == ending;
        }
        return ended;
    }

    private static void matrix(String name, double[] mean, Problem problem, NpzWriter npz) throws IOException {
        if (mean.length > 0) {
            npz.put(name, mean, problem.rows(), problem.cols());
        }
    }
}
