package org.guesscheck.core.sampler;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.auto.AutoRun;
import org.guesscheck.core.sampler.auto.Candidate;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingRun;
import org.guesscheck.core.sampler.work.SamplingTask;

/**
 * Takes the cheapest method for the wanted error: short runs estimate what rejection and, where it applies, the conditional
 * estimator would need; splitting is taken where both would need more. The result names the method and has, among the notes
 * of its diagnostics, why it was taken; short runs come on top of its draws. A choice depends on the question and the seed alone,
 * never on a clock. Immutable.
 */
public final class AutoSampler extends Sampler<AutoSampler> {
    /** The name by which this choice is asked for; results name the method that was taken. */
    public static final String NAME = AutoRun.NAME;

    private static final long DRAWS = 1_000_000_000;

    private static final double RELATIVE_ERROR = 0.03;

    private AutoSampler(SamplingTask task, RunSettings settings) {
        super(task, settings);
    }

    @Override
    AutoSampler with(SamplingTask changed, RunSettings changedSettings) {
        return new AutoSampler(changed, changedSettings);
    }

    @Override
    SamplingRun start() {
        return new AutoRun(task, settings, candidate -> taken(candidate).start());
    }

    @Override
    Posterior runDivided(Function<Division<Posterior>, Posterior> computing) {
        return new AutoRun(task, settings, candidate -> new RunElsewhere(taken(candidate), computing)).run();
    }

    private Sampler<?> taken(Candidate candidate) {
        SamplingTask asked = candidate.task();
        return switch (candidate.method()) {
            case RejectionSampler.NAME ->
                new RejectionSampler(
                        asked, settings, Reduction.applies(problem().rows(), network()));
            case ConditionalSampler.NAME ->
                ConditionalSampler.of(problem(), network()).with(asked, settings);
            case SplittingSampler.NAME ->
                SplittingSampler.of(problem(), network()).with(asked, settings);
            default -> throw new IllegalStateException(candidate.method());
        };
    }

    /** A method whose parts are computed elsewhere; nothing is known of it before its end. */
    private record RunElsewhere(Sampler<?> method, Function<Division<Posterior>, Posterior> computing)
            implements SamplingRun {
        @Override
        public Posterior run() {
            return method.runDivided(computing);
        }

        @Override
        public Optional<Posterior> partial() {
            return Optional.empty();
        }
    }

    @Override
    String name() {
        throw new UnsupportedOperationException(
                "sampler: auto can't be divided among machines, since it may take another"
                        + " method after the first one's result; rejection, splitting or conditional is allowed");
    }

    @Override
    Map<String, String> ownSettings() {
        return Map.of();
    }

    @Override
    Division<Posterior> divided(Identity identity) {
        throw new IllegalStateException("auto has no pieces");
    }

    /**
     * A sampler with the defaults: threshold 0.02, relative error 0.03, at most 1e9 draws, seed 0, all processors, the best
     * backend.
     *
     * @param problem the problem
     * @param network the network, of which rows and columns are the problem's
     * @return a new sampler
     */
    public static AutoSampler of(Problem problem, Network network) {
        return new AutoSampler(
                SamplingTask.of(problem, network, DRAWS).relativeError(RELATIVE_ERROR), RunSettings.defaults());
    }
}
