package org.guesscheck.core.sampler.rejection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.DrawnProducts;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.sampler.work.Cancellation;
import org.guesscheck.core.sampler.work.OrderedWork;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.WeightedMean;

/** The first accepted draws, of which a result has all losses and the mean predicted matrix. For one thread at a time. */
final class KeptDraws {
    /** Chunks drawn again in one piece of work. */
    private static final int CHUNKS_PER_PIECE = 16;

    /** Pieces that a fast thread may be ahead of the slowest. */
    private static final int AHEAD = 64;

    private long[] index = new long[64];
    private float[] trainLoss = new float[64];
    private float[] generalizationLoss = new float[64];
    private int count;

    KeptDraws() {}

    /** Keeps the accepted draws of the next claim. */
    void add(ClaimResult claim) {
        for (int i = 0; i < claim.accepted; i++) {
            add(claim.index[i], claim.trainLoss[i], claim.generalizationLoss[i]);
        }
    }

    /** Keeps a draw whose loss is finite, unless there are enough. */
    private void add(long draw, float train, float generalization) {
        if (count == WeightedDraws.MOST || !Float.isFinite(generalization)) {
            return;
        }
        if (count == index.length) {
            index = Arrays.copyOf(index, 2 * count);
            trainLoss = Arrays.copyOf(trainLoss, 2 * count);
            generalizationLoss = Arrays.copyOf(generalizationLoss, 2 * count);
        }
        index[count] = draw;
        trainLoss[count] = train;
        generalizationLoss[count++] = generalization;
    }

    /**
     * The draws below each threshold. Their predicted matrices are made again, which takes no longer than the run did.
     *
     * @param question of the run
     * @param backend of the run
     * @param eps the thresholds
     * @param settings threads, executor and what cancels
     */
    List<WeightedDraws> draws(Question question, Backend backend, double[] eps, RunSettings settings) {
        int[] pieces = pieces();
        WeightedMean[] means = means(question, eps.length);
        new OrderedWork<WeightedMean[]>(
                        pieces.length - 1,
                        () -> worker(question, backend, eps, pieces, settings),
                        next -> {
                            for (int e = 0; e < means.length; e++) {
                                means[e].add(next[e]);
                            }
                            return false;
                        },
                        AHEAD)
                .run(settings.threads(), settings.executor());
        List<WeightedDraws> all = new ArrayList<>();
        for (int e = 0; e < eps.length; e++) {
            all.add(WeightedDraws.independent(below(eps[e]), means[e].mean()));
        }
        return all;
    }

    private static WeightedMean[] means(Question question, int thresholds) {
        WeightedMean[] means = new WeightedMean[thresholds];
        Arrays.setAll(means, e -> new WeightedMean(question.rows() * question.cols()));
        return means;
    }

    private double[] below(double eps) {
        double[] losses = new double[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (trainLoss[i] < (float) eps) {
                losses[found++] = generalizationLoss[i];
            }
        }
        return Arrays.copyOf(losses, found);
    }

    /** The first draw of every piece, and the number of draws. */
    private int[] pieces() {
        int[] first = new int[count + 1];
        int found = 0;
        int chunks = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || chunk(i) != chunk(i - 1)) {
                if (chunks++ % CHUNKS_PER_PIECE == 0) {
                    first[found++] = i;
                }
            }
        }
        first[found++] = count;
        return Arrays.copyOf(first, found);
    }

    private long chunk(int draw) {
        return index[draw] / Question.CHUNK;
    }

    private LongFunction<WeightedMean[]> worker(
            Question question, Backend backend, double[] eps, int[] pieces, RunSettings settings) {
        DrawnProducts products = new DrawnProducts(question, backend.stages(question));
        return piece -> {
            WeightedMean[] means = means(question, eps.length);
            int end = pieces[(int) piece + 1];
            for (int first = pieces[(int) piece]; first < end; ) {
                int next = first + 1;
                while (next < end && chunk(next) == chunk(first)) {
                    next++;
                }
                int[] wanted = new int[next - first];
                for (int i = 0; i < wanted.length; i++) {
                    wanted[i] = (int) (index[first + i] % Question.CHUNK);
                }
                int from = first;
                products.show(chunk(first), wanted, () -> Cancellation.check(settings.cancelled()), (i, predicted) -> {
                    for (int e = 0; e < eps.length; e++) {
                        if (trainLoss[from + i] < (float) eps[e]) {
                            means[e].add(predicted, 1);
                        }
                    }
                });
                first = next;
            }
            return means;
        };
    }
}
