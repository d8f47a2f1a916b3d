package org.guesscheck.core.descent;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.learning.LaneSteps;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.platform.Workers;

/**
 * Groups of runs, trained on the threads of this machine. The first ones have the most samples and take longest, so that no thread
 * waits long for another.
 */
final class LearningDescentWork {
    private final LearningDescentSettings settings;
    private final LearningGroup.Shared shared;
    private final Backend backend;
    private final int threads;
    private final BooleanSupplier cancelled;

    LearningDescentWork(
            LearningProblem problem,
            Perceptron network,
            LearningDescentSettings settings,
            Backend backend,
            int threads,
            BooleanSupplier cancelled) {
        this.settings = settings;
        this.backend = backend;
        this.threads = threads;
        this.cancelled = cancelled;
        shared = new LearningGroup.Shared(problem, network, settings, rule(settings.steps()));
    }

    Backend backend() {
        return backend;
    }

    private static LaneSteps.Rule rule(StepRule steps) {
        return new LaneSteps.Rule(
                steps.direction(),
                steps.optimizer() == Optimizer.GROUP_RMSPROP,
                steps.learningRate(),
                steps.momentum());
    }

    /**
     * Trains groups.
     *
     * @param first the number of the first one
     * @param end the number after that of the last one
     * @return what became of them, in their order
     */
    List<LearningGroup.Outcome> train(long first, long end) {
        LearningGroup.Outcome[] outcomes = new LearningGroup.Outcome[Math.toIntExact(end - first)];
        AtomicLong next = new AtomicLong(first);
        Workers.run(
                Math.clamp(end - first, 1, threads),
                null,
                () -> {
                    LearningGroup group = new LearningGroup(shared, backend, cancelled);
                    for (long i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
                        int place = settings.pieces() - 1 - (int) i;
                        outcomes[(int) (i - first)] = group.train(
                                settings.samples().get(place / settings.groups()), place % settings.groups());
                    }
                },
                () -> next.set(end));
        return Arrays.asList(outcomes);
    }
}
