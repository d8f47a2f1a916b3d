package org.guesscheck.core.sampler.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.learning.GuessKernel;
import org.guesscheck.core.kernel.learning.TrainingSet;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.sampler.work.Cancellation;
import org.guesscheck.core.sampler.work.OrderedWork;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.RunSettings;

/** Draws networks, each until a sample is wrong, and tests the first accepted ones. */
public final class GuessRun {
    /** The name of the method in results. */
    public static final String NAME = "rejection";

    /** Groups of 16 draws in a claim: some milliseconds. */
    private static final int GROUPS = 1024;

    /** Claims that a fast thread may be ahead of the slowest. */
    private static final int AHEAD = 64;

    /** Below this many accepted networks nothing is said for certain. */
    private static final int FEW = 10;

    private final LearningTask task;
    private final RunSettings settings;
    private final long draws;
    private final int networks;
    private final boolean byWeights;

    /**
     * Prepares nothing yet.
     *
     * @param task which curve
     * @param settings how it is run
     * @param draws how many networks are drawn, at least 1
     * @param networks how many accepted networks are tested at most for each tested number of samples, at least 1
     * @param byWeights whether every weight is drawn
     */
    public GuessRun(LearningTask task, RunSettings settings, long draws, int networks, boolean byWeights) {
        this.task = task;
        this.settings = settings;
        this.draws = draws;
        this.networks = networks;
        this.byWeights = byWeights;
    }

    /**
     * Draws.
     *
     * @return the curve
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public LearningCurve run() {
        ProgressReports reports = new ProgressReports(settings.listener());
        Backend backend = LearningTask.backend(settings.backend());
        TrainingSet set = task.set(byWeights);
        GuessClaim all = claim();
        long[] done = new long[1];
        long claims = Math.ceilDiv(draws, (long) GROUPS * Question.LANES);
        new OrderedWork<GuessClaim>(
                        claims,
                        () -> worker(set, backend),
                        next -> {
                            all.add(next);
                            done[0] = Math.min(draws, done[0] + (long) GROUPS * Question.LANES);
                            reports.tell(done[0], draws, all.atLeast(task.samples()));
                            return false;
                        },
                        AHEAD)
                .run(settings.threads(), settings.executor());
        AcceptedTests.Found found = new AcceptedTests(task, set, backend, settings).of(all);
        reports.end(draws, all.atLeast(task.samples()));
        return curve(all, found, new Execution(backend.name(), settings.threads(), reports.seconds()));
    }

    private GuessClaim claim() {
        return new GuessClaim(task.samples(), task.tested(), networks);
    }

    private LongFunction<GuessClaim> worker(TrainingSet set, Backend backend) {
        GuessKernel kernel = new GuessKernel(set, backend);
        int[] right = new int[Question.LANES];
        return number -> {
            GuessClaim found = claim();
            long first = number * GROUPS;
            long end = Math.min(first + GROUPS, Math.ceilDiv(draws, (long) Question.LANES));
            for (long group = first; group < end; group++) {
                if (group % 64 == 0) {
                    Cancellation.check(settings.cancelled());
                }
                kernel.guess(task.seed(), group, right);
                long draw = group * Question.LANES;
                for (int l = 0; l < Math.min(Question.LANES, draws - draw); l++) {
                    found.add(draw + l, right[l]);
                }
            }
            return found;
        };
    }

    private LearningCurve curve(GuessClaim all, AcceptedTests.Found found, Execution execution) {
        List<float[]> accuracies = found.accuracies();
        AcceptedDigest digest = new AcceptedDigest();
        List<LearningPoint> points = new ArrayList<>();
        for (int n = 1; n <= task.samples(); n++) {
            long accepted = all.atLeast(n);
            digest.add(accepted, 0, 0);
            int tested = task.tested().indexOf(n);
            Optional<TestAccuracy> accuracy = tested < 0 || accuracies.get(tested).length == 0
                    ? Optional.empty()
                    : Optional.of(TestAccuracy.independent(accuracies.get(tested)));
            points.add(new LearningPoint(
                    n, accepted, (double) accepted / draws, Interval.ofProbability(accepted, draws), accuracy));
        }
        int ofPrior = task.tested().indexOf(0);
        Optional<LearningPoint> prior =
                ofPrior < 0 ? Optional.empty() : Optional.of(LearningPoint.ofPrior(draws, accuracies.get(ofPrior)));
        for (int p = 0; p < accuracies.size(); p++) {
            for (int i = 0; i < accuracies.get(p).length; i++) {
                digest.add(all.accepted[p][i], accuracies.get(p)[i], 0);
            }
        }
        Diagnostics.Builder diagnostics = new Diagnostics.Builder();
        task.noteOneClass(diagnostics);
        for (LearningPoint point : points) {
            if (point.accepted() < FEW) {
                diagnostics.doubt("from " + point.samples() + " samples on fewer than " + FEW
                        + " networks were accepted; more draws are needed, or splitting");
                break;
            }
        }
        return new LearningCurve(
                new Origin(NAME, task.seed(), draws, digest.value()),
                execution,
                prior,
                points,
                diagnostics.build(),
                found.networks(task));
    }
}
