package org.guesscheck.core.sampler.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.learning.TestKernel;
import org.guesscheck.core.kernel.learning.TrainingSet;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.work.OrderedWork;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.StoppingSchedule;

/** Splitting over samples: a pilot run, and independent replicas. */
public final class CurveRun {
    /** The name of the method in results. */
    public static final String NAME = "splitting";

    /** Particles of the pilot run at most. */
    private static final int PILOT = 256;

    private static final int AHEAD = 64;

    /** Replicas after which the error is looked at for the first time. */
    private static final int FIRST_LOOK = 8;

    private final LearningTask task;
    private final RunSettings settings;
    private final CurveSettings how;

    /**
     * Prepares nothing yet.
     *
     * @param task which curve
     * @param settings how it is run
     * @param how particles, sweeps and replicas
     */
    public CurveRun(LearningTask task, RunSettings settings, CurveSettings how) {
        this.task = task;
        this.settings = settings;
        this.how = how;
    }

    /**
     * Runs.
     *
     * @return the curve
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public LearningCurve run() {
        ProgressReports reports = new ProgressReports(settings.listener());
        Backend backend = LearningTask.backend(settings.backend());
        TrainingSet set = task.set(false);
        StepLengths lengths = StepLengths.find(
                set, backend, Math.min(PILOT, how.particles()), how.sweeps(), replicaSeed(-1), settings.cancelled());
        List<CurveReplica> replicas = new ArrayList<>();
        StoppingSchedule looks = new StoppingSchedule(FIRST_LOOK);
        long perReplica = (long) how.particles() * how.sweeps() * set.count();
        new OrderedWork<CurveReplica>(
                        how.replicas(),
                        () -> worker(set, backend, lengths),
                        next -> {
                            replicas.add(next);
                            reports.tell(
                                    perReplica * replicas.size(),
                                    perReplica * how.replicas(),
                                    next.survivors()[set.count() - 1]);
                            return how.relativeError() > 0
                                    && looks.due()
                                    && new CurveEstimates(task, replicas).relativeError() <= how.relativeError();
                        },
                        AHEAD)
                .run(settings.threads(), settings.executor());
        CurveEstimates estimates = new CurveEstimates(task, replicas);
        long moves = replicas.stream().mapToLong(CurveReplica::moves).sum();
        reports.end(moves, estimates.points().getLast().accepted());
        return new LearningCurve(
                new Origin(NAME, task.seed(), moves, estimates.digest()),
                new Execution(backend.name(), settings.threads(), reports.seconds()),
                estimates.prior(),
                estimates.points(),
                estimates.diagnostics(how, lengths),
                estimates.networks());
    }

    private LongFunction<CurveReplica> worker(TrainingSet set, Backend backend, StepLengths lengths) {
        TestKernel tests = task.tests(set, backend);
        return replica -> CurveReplica.of(
                task,
                set,
                backend,
                tests,
                how,
                lengths,
                replicaSeed(replica),
                how.keptOfReplica(task.kept(), replica),
                settings.cancelled());
    }

    private long replicaSeed(long replica) {
        return SplitMix64.mix(SplitMix64.mix(task.seed()) + replica);
    }
}
