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
 * {@code mean_predicted_i} of its accepted draws ({@link WeightedDraws}). The first accepted draws of rejection, which have
 * numbers, have {@code accepted_draw}, {@code accepted_train_loss}, {@code accepted_losses} and, where they were asked for, {@code
 * accepted_products}.
 */
public final class PosteriorNpz {
    private PosteriorNpz() {}

    /**
     * Writes a posterior whose draws were kept.
     *
     * @param products the predicted matrices of the first accepted draws, row by row
     */
    public static void write(Posterior posterior, List<float[]> products, Problem problem, OutputStream out)
            throws IOException {
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
            if (!posterior.accepted().isEmpty()) {
                write(posterior.accepted(), npz);
            }
            if (!products.isEmpty()) {
                int entries = problem.rows() * problem.cols();
                float[] all = new float[Math.multiplyExact(products.size(), entries)];
                for (int i = 0; i < products.size(); i++) {
                    System.arraycopy(products.get(i), 0, all, i * entries, entries);
                }
                npz.put("accepted_products", all, products.size(), problem.rows(), problem.cols());
            }
        }
    }

    private static void write(List<AcceptedDraw> accepted, NpzWriter npz) throws IOException {
        int count = accepted.size();
        float[] train = new float[count];
        float[] losses = new float[count];
        for (int i = 0; i < count; i++) {
            train[i] = accepted.get(i).trainLoss();
            losses[i] = accepted.get(i).generalizationLoss();
        }
        npz.put("accepted_draw", accepted.stream().mapToLong(AcceptedDraw::draw).toArray(), count)
                .put("accepted_train_loss", train, count)
                .put("accepted_losses", losses, count);
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
