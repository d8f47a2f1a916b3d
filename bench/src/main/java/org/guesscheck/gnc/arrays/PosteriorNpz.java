package org.guesscheck.gnc.arrays;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.guesscheck.core.posterior.AcceptedDraw;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.npy.NpzWriter;

/**
 * A posterior as arrays: {@code eps} and {@code probability}; for the threshold i, {@code losses_i}, {@code weights_i}, {@code groups_i} and
 * {@code mean_predicted_i} of its accepted draws ({@link WeightedDraws}). Draws that have numbers, those of rejection, have {@code
 * accepted_draw}, {@code accepted_train_loss} and {@code accepted_losses} too.
 */
public final class PosteriorNpz {
    private PosteriorNpz() {}

    /** Writes a posterior whose draws were kept. */
    public static void write(Posterior posterior, Problem problem, OutputStream out) throws IOException {
        List<ThresholdEstimate> thresholds = posterior.thresholds();
        try (NpzWriter npz = new NpzWriter(out)) {
            npz.put(
                    "eps",
                    thresholds.stream().mapToDouble(ThresholdEstimate::eps).toArray(),
                    thresholds.size());
            npz.put(
                    "probability",
                    thresholds.stream()
                            .mapToDouble(ThresholdEstimate::probability)
                            .toArray(),
                    thresholds.size());
            for (int i = 0; i < posterior.draws().size(); i++) {
                write("", "_" + i, posterior.draws().get(i), problem, npz);
            }
            List<AcceptedDraw> accepted = posterior.accepted();
            if (!accepted.isEmpty()) {
                int count = accepted.size();
                npz.put(
                        "accepted_draw",
                        accepted.stream().mapToLong(AcceptedDraw::draw).toArray(),
                        count);
                float[] train = new float[count];
                float[] losses = new float[count];
                IntStream.range(0, count).forEach(i -> {
                    train[i] = accepted.get(i).trainLoss();
                    losses[i] = accepted.get(i).generalizationLoss();
                });
                npz.put("accepted_train_loss", train, count).put("accepted_losses", losses, count);
            }
        }
    }

    /** Writes a sample; one without draws has no mean predicted matrix. */
    static void write(String before, String after, WeightedDraws draws, Problem problem, NpzWriter npz)
            throws IOException {
        int count = draws.count();
        npz.put(before + "losses" + after, draws.losses(), count)
                .put(before + "weights" + after, draws.weights(), count)
                .put(
                        before + "groups" + after,
                        IntStream.of(draws.groups()).asLongStream().toArray(),
                        count);
        if (draws.meanPredicted().length > 0) {
            npz.put(before + "mean_predicted" + after, draws.meanPredicted(), problem.rows(), problem.cols());
        }
    }
}
