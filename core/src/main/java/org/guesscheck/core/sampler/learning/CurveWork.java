package org.guesscheck.core.sampler.learning;

import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.learning.TestKernel;
import org.guesscheck.core.kernel.learning.TrainingSet;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.work.OrderedWork;
import org.guesscheck.core.sampler.work.RunSettings;

/** The replicas of a curve, on the threads of this machine. */
final class CurveWork {
    /** Particles of the pilot run at most. */
    private static final int PILOT = 256;

    private static final int AHEAD = 64;

    private final LearningTask task;
    private final RunSettings settings;
    private final CurveSettings how;
    private final Backend backend;
    private final TrainingSet set;
    private StepLengths lengths;

    /**
     * Prepares the training samples.
     *
     * @param known lengths of moves that a pilot run has found; null to make it when they are needed
     */
    CurveWork(LearningTask task, RunSettings settings, CurveSettings how, StepLengths known) {
        this.task = task;
        this.settings = settings;
        this.how = how;
        backend = LearningTask.backend(settings.backend());
        set = task.set(false);
        if (known != null && !known.isOf(set)) {
            throw new PartException("damaged: its lengths of moves are none of these samples");
        }
        lengths = known;
    }

    Backend backend() {
        return backend;
    }

    /** Lengths of moves, the same ones on every machine. */
    StepLengths lengths() {
        if (lengths == null) {
            lengths = StepLengths.find(
                    set,
                    backend,
                    Math.min(PILOT, how.particles()),
                    how.sweeps(),
                    replicaSeed(-1),
                    settings.cancelled());
        }
        return lengths;
    }

    /**
     * Runs replicas.
     *
     * @param first the number of the first one
     * @param count how many
     * @param enough takes them in order, until it returns true
     */
    void run(long first, long count, Predicate<CurveReplica> enough) {
        StepLengths found = lengths();
        new OrderedWork<>(count, () -> worker(first, found), enough, AHEAD)
                .run(settings.threads(), settings.executor());
    }

    private LongFunction<CurveReplica> worker(long first, StepLengths found) {
        TestKernel tests = task.tests(set, backend);
        return number -> CurveReplica.of(
                task,
                set,
                backend,
                tests,
                how,
                found,
                replicaSeed(first + number),
                how.keptOfReplica(task.kept(), first + number),
                settings.cancelled());
    }

    private long replicaSeed(long replica) {
        return SplitMix64.mix(SplitMix64.mix(task.seed()) + replica);
    }
}
