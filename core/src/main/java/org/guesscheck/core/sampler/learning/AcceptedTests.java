package org.guesscheck.core.sampler.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.learning.GuessKernel;
import org.guesscheck.core.kernel.learning.LaneNetworks;
import org.guesscheck.core.kernel.learning.TestKernel;
import org.guesscheck.core.kernel.learning.TrainingSet;
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

    /** The accuracies of the kept draws, for each tested number of samples. */
    List<float[]> of(GuessClaim all) {
        List<float[]> accuracies = new ArrayList<>();
        List<long[]> pieces = new ArrayList<>();
        for (int p = 0; p < all.kept.length; p++) {
            accuracies.add(new float[all.kept[p]]);
            for (int first = 0; first < all.kept[p]; first += LANES) {
                pieces.add(new long[] {p, first});
            }
        }
        int[] next = new int[1];
        new OrderedWork<int[]>(
                        pieces.size(),
                        () -> worker(all, pieces),
                        right -> {
                            long[] piece = pieces.get(next[0]++);
                            float[] to = accuracies.get((int) piece[0]);
                            int first = (int) piece[1];
                            for (int l = 0; l < Math.min(LANES, to.length - first); l++) {
                                to[first + l] =
                                        (float) right[l] / task.problem().test().count();
                            }
                            return false;
                        },
                        AHEAD)
                .run(settings.threads(), settings.executor());
        return accuracies;
    }

    private LongFunction<int[]> worker(GuessClaim all, List<long[]> pieces) {
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
            return right;
        };
    }
}
