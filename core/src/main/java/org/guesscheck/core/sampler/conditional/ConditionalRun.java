package org.guesscheck.core.sampler.conditional;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Coordinates;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.work.OrderedWork;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;

/** The conditional sampler from the question to the posterior. */
public final class ConditionalRun implements SamplingRun {
    /** The name of the method in results. */
    public static final String NAME = "conditional";

    /** The name of the effective sample sizes among the diagnostics. */
    public static final String EFFECTIVE = "effectiveSampleSize";

    /** Draws of hidden features in a chunk: whole chunks are drawn. */
    public static final int CHUNK = 1024;

    /** Importance points for each draw: about as much work as the features' own factorizations. */
    public static final int POINTS = 8;

    /** So that draws are not those of a rejection run with the same seed, against which results may be checked. */
    private static final long STREAM = 0x5bd1e9955bd1e995L;

    /** Chunks that a fast thread may be ahead of the slowest. */
    private static final int AHEAD = 64;

    private final SamplingTask task;
    private final RunSettings settings;
    private ConditionalTally tally;
    private ProgressReports reports;
    private Backend chosen;

    /**
     * Prepares nothing yet.
     *
     * @param task what is sampled; the method {@link #applies} to its network
     * @param settings how it is run
     */
    public ConditionalRun(SamplingTask task, RunSettings settings) {
        this.task = task;
        this.settings = settings;
    }

    /**
     * Whether the last factor can be integrated out.
     *
     * @param network a network
     * @return true for a Gaussian prior that is not normalized
     */
    public static boolean applies(Network network) {
        return network.prior() == Prior.GAUSSIAN && !network.normalized();
    }

    @Override
    public Posterior run() {
        Question question = question(task, settings);
        chosen = Backends.chooser(settings.backend()).chosen(question, task.draws() / settings.threads());
        tally = new ConditionalTally(task.goal(), note(task));
        reports = new ProgressReports(settings.listener());
        int asked = settings.keepsDraws() ? task.thresholds().asked().length : 0;
        List<KeptPoints> kept = Stream.generate(KeptPoints::new).limit(asked).toList();
        compute(task, question, chosen, settings, Span.of(0, ConditionalTally.chunks(task.goal())), result -> {
            boolean enough = tally.add(result);
            for (int e = 0; e < kept.size(); e++) {
                kept.get(e).add(result.thresholds()[e]);
            }
            reports.tell(tally.draws(), tally.total(), (long) tally.effective());
            return enough;
        });
        int entries = task.problem().rows() * task.problem().cols();
        return posterior()
                .withDraws(kept.stream().map(points -> points.draws(entries)).toList());
    }

    static Question question(SamplingTask task, RunSettings settings) {
        return task.question(1, settings.cancelled()).reduced();
    }

    /** Evaluates chunks, whose results are taken in order, one at a time, until there are enough. */
    static void compute(
            SamplingTask task,
            Question question,
            Backend on,
            RunSettings settings,
            Span chunks,
            Predicate<ConditionalWorker.Result> enough) {
        long stream = SplitMix64.mix(task.seed() ^ STREAM);
        new OrderedWork<ConditionalWorker.Result>(
                        chunks.count(),
                        () -> {
                            ConditionalWorker worker = new ConditionalWorker(task, question, stream, on, settings);
                            return chunk -> worker.evaluate(chunks.first() + chunk);
                        },
                        enough,
                        AHEAD)
                .run(settings.threads(), settings.executor());
    }

    @Override
    public Optional<Posterior> partial() {
        if (tally == null || tally.empty()) {
            return Optional.empty();
        }
        tally.cancelled();
        return Optional.of(posterior());
    }

    private Posterior posterior() {
        reports.end(tally.draws(), (long) tally.effective());
        return tally.posterior(new Execution(chosen.name(), settings.threads(), reports.seconds()));
    }

    /** How features are drawn; empty where each weight is drawn. */
    static String note(SamplingTask task) {
        Coordinates drawn = Reduction.coordinates(task.problem().rows(), task.network());
        // The features of a single hidden layer are drawn weight by weight in either form.
        boolean same = drawn == Coordinates.WEIGHTS
                || drawn == Coordinates.GRAM && task.network().depth() == 2;
        return same ? "" : Reduction.note(drawn);
    }
}
