package org.guesscheck.core.sampler.learning;

import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.learning.GuessKernel;
import org.guesscheck.core.kernel.learning.TrainingSet;
import org.guesscheck.core.sampler.work.Cancellation;
import org.guesscheck.core.sampler.work.OrderedWork;
import org.guesscheck.core.sampler.work.RunSettings;

/** Claims of draws, each network drawn until a sample is wrong, and tests of the first accepted ones, on the threads of this machine. */
final class GuessWork {
    /** Claims that a fast thread may be ahead of the slowest. */
    private static final int AHEAD = 64;

    private final LearningTask task;
    private final RunSettings settings;
    private final GuessSettings how;
    private final Backend backend;
    private final TrainingSet set;

    /** Prepares the training samples. */
    GuessWork(LearningTask task, RunSettings settings, GuessSettings how) {
        this.task = task;
        this.settings = settings;
        this.how = how;
        backend = LearningTask.backend(settings.backend());
        set = task.set(how.byWeights());
    }

    Backend backend() {
        return backend;
    }

    /** A claim of no draws. */
    GuessClaim claim() {
        return new GuessClaim(task.samples(), task.tested(), how.networks());
    }

    /**
     * Draws.
     *
     * @param first the number of the first claim
     * @param end the number after that of the last one
     * @param taker takes what they found, in order
     */
    void draw(long first, long end, Consumer<GuessClaim> taker) {
        new OrderedWork<GuessClaim>(
                        end - first,
                        () -> worker(first),
                        next -> {
                            taker.accept(next);
                            return false;
                        },
                        AHEAD)
                .run(settings.threads(), settings.executor());
    }

    private LongFunction<GuessClaim> worker(long first) {
        GuessKernel kernel = new GuessKernel(set, backend);
        int[] right = new int[Question.LANES];
        return number -> {
            GuessClaim found = claim();
            long end = how.drawsBefore(first + number + 1);
            for (long draw = how.drawsBefore(first + number); draw < end; draw += Question.LANES) {
                long group = draw / Question.LANES;
                if (group % 64 == 0) {
                    Cancellation.check(settings.cancelled());
                }
                kernel.guess(task.seed(), group, right);
                for (int l = 0; l < Math.min(Question.LANES, end - draw); l++) {
                    found.add(draw + l, right[l]);
                }
            }
            return found;
        };
    }

    /** Tests the first accepted draws. */
    AcceptedTests.Found test(GuessClaim all) {
        return new AcceptedTests(task, set, backend, settings).of(all);
    }
}
