package org.guesscheck.core.sampler.conditional;

import java.util.List;
import java.util.Optional;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Coordinates;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.work.OrderedWork;
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
        Question question = task.question(1, settings.cancelled()).reduced();
        chosen = Backends.chooser(settings.backend()).chosen(question, task.draws() / settings.threads());
        tally = new ConditionalTally(task, settings);
        long stream = SplitMix64.mix(task.seed() ^ STREAM);
        new OrderedWork<ConditionalWorker.Result>(
                        tally.chunks(),
                        () -> new ConditionalWorker(task, question, stream, chosen, settings)::evaluate,
                        tally::add,
                        AHEAD)
                .run(settings.threads(), settings.executor());
        Posterior posterior = posterior();
        return settings.keepsDraws() ? posterior.withDraws(tally.keptDraws()) : posterior;
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
        Posterior found = tally.posterior(chosen.name(), settings.threads(), task.seed());
        Coordinates drawn = Reduction.coordinates(task.problem().rows(), task.network());
        // The features of a single hidden layer are drawn weight by weight in either form.
        boolean same = drawn == Coordinates.WEIGHTS
                || drawn == Coordinates.GRAM && task.network().depth() == 2;
        return same ? found : found.with(found.diagnostics().notedFirst(List.of(Reduction.note(drawn))));
    }
}
