package org.guesscheck.core.sampler.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.learning.GuessKernel;
import org.guesscheck.core.kernel.learning.LaneNetworks;
import org.guesscheck.core.kernel.learning.TestKernel;
import org.guesscheck.core.kernel.learning.TrainingSet;
import org.guesscheck.core.posterior.AcceptedNetworks;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.work.Cancellation;
import org.guesscheck.core.sampler.work.OrderedWork;
import org.guesscheck.core.sampler.work.RunSettings;

/** Makes accepted draws again, 16 at a time, with the weights that their training samples left open, and tests them. */
final class AcceptedTests {
    /** So that open weights share no numbers with the draws of a run of the same seed. */
    static final long OPEN_WEIGHTS = 0x5851f42d4c957f2dL;

    private static final int LANES = Question.LANES;
    private static final int AHEAD = 64;

    private final LearningTask task;
    private final TrainingSet set;
    private final Backend backend;
    private final RunSettings settings;

    AcceptedTests(LearningTask task, TrainingSet set, Backend backend, RunSettings settings) {
        this.task = task;
        this.set = set;
        this.backend = backend;
        this.settings = settings;
    }

    /**
     * What was found of the kept draws.
     *
     * @param accuracies for each tested number of samples the accuracies
     * @param layers the weights of those networks that are to be kept
     */
    record Found(List<float[]> accuracies, List<List<float[]>> layers) {
        AcceptedNetworks networks(LearningTask task) {
            int count = layers.size();
            if (count == 0) {
                return AcceptedNetworks.NONE;
            }
            double[] weights = new double[count];
            Arrays.fill(weights, 1.0 / count);
            return new AcceptedNetworks(
                    task.tested().getLast(),
                    layers,
                    weights,
                    IntStream.range(0, count).toArray(),
                    Arrays.copyOf(accuracies.getLast(), count));
        }
    }

    /** Of 16 draws at most: how many test samples each has right, and its weights where they are to be kept. */
    private record Piece(int[] right, List<List<float[]>> layers) {}

    /** Tests the kept draws. */
    Found of(GuessClaim all) {
        List<float[]> accuracies = new ArrayList<>();
        List<long[]> pieces = new ArrayList<>();
        for (int p = 0; p < all.kept.length; p++) {
            accuracies.add(new float[all.kept[p]]);
            for (int first = 0; first < all.kept[p]; first += LANES) {
                pieces.add(new long[] {p, first});
            }
        }
        int[] next = new int[1];
        List<List<float[]>> layers = new ArrayList<>();
        new OrderedWork<Piece>(
                        pieces.size(),
                        () -> worker(all, pieces),
                        found -> {
                            layers.addAll(found.layers);
                            long[] piece = pieces.get(next[0]++);
                            float[] to = accuracies.get((int) piece[0]);
                            int first = (int) piece[1];
                            for (int l = 0; l < Math.min(LANES, to.length - first); l++) {
                                to[first + l] = (float) found.right[l]
                                        / task.problem().test().count();
                            }
                            return false;
                        },
                        AHEAD)
                .run(settings.threads(), settings.executor());
        return new Found(accuracies, layers);
    }

    private LongFunction<Piece> worker(GuessClaim all, List<long[]> pieces) {
        GuessKernel kernel = new GuessKernel(set, backend);
        TestKernel tests = task.tests(set, backend);
        LaneNetworks networks = new LaneNetworks(set);
        return number -> {
            Cancellation.check(settings.cancelled());
            int point = (int) pieces.get((int) number)[0];
            int first = (int) pieces.get((int) number)[1];
            // A draw has the numbers of the first sample even where it is tested as one of the prior.
            int samples = Math.max(1, task.tested().get(point));
            int count = Math.min(LANES, all.kept[point] - first);
            for (int l = 0; l < count; l++) {
                long draw = all.accepted[point][first + l];
                kernel.recall(task.seed(), draw / LANES, samples, (int) (draw % LANES), networks, l);
                tests.priorOf(SplitMix64.mix(task.seed() ^ OPEN_WEIGHTS), draw, l);
            }
            int[] right = new int[LANES];
            tests.test(networks, samples, right);
            int keep = point == task.last() ? Math.clamp(task.kept() - (long) first, 0, count) : 0;
            return new Piece(
                    right,
                    IntStream.range(0, keep)
                            .mapToObj(l -> tests.weights(networks, l))
                            .toList());
        };
    }
}
