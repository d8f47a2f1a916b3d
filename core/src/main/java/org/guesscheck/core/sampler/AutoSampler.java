package org.guesscheck.core.sampler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.problem.SplitMix64;

/**
 * Takes the cheapest method for the wanted error: short runs estimate what rejection and, where it applies, the conditional
 * estimator would need; splitting is taken where both would need more. The result names the method and has, among the notes
 * of its diagnostics, why it was taken; short runs come on top of its draws. A choice depends on the question and the seed alone, never on a clock.
 */
public final class AutoSampler extends Sampler<AutoSampler> {
    /** The name by which this choice is asked for; results name the method that was taken. */
    public static final String NAME = "auto";

    /** So that short runs share no draws with the run that follows, and luck in the one is not luck in the other. */
    private static final long STREAM = 0x3c6ef372fe94f82bL;

    /** Weights drawn by the short rejection run: some tenths of a second. */
    private static final long PILOT_WEIGHTS = 1L << 27;

    private static final long PILOT_DRAWS = 1 << 20;

    /** Draws of the short conditional run. */
    private static final long CONDITIONAL_PILOT = 2 * ConditionalWorker.DRAWS;

    /** Seconds of a core, by {@link CostModel}, beyond which a short conditional run is no longer short. */
    private static final double MOST_PILOT_SECONDS = 600;

    /** Effective draws that a short conditional run must have for its error to mean anything. */
    private static final double LEAST_PILOT = 10;

    /** Standard deviation over mean of the loss among the accepted, where too few are known; it is 0.3 to 0.7 in the paper. */
    private static final double USUAL_SPREAD = 0.5;

    /** What is needed on average is not enough in half of the cases. */
    private static final double RESERVE = 1.25;

    /** Draws of hidden features beyond which the effective sample size does not grow as it should. */
    private static final long CONDITIONAL_MOST = 1 << 22;

    private AutoSampler(Problem problem, Network network) {
        super(problem, network, 1_000_000_000);
        relativeError = 0.03;
    }

    @Override
    AutoSampler self() {
        return this;
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
        return new AutoSampler(problem, network);
    }

    /** A method, its seconds by {@link CostModel}, and the sampler that would run. */
    private record Option(String name, double seconds, Sampler<?> sampler) {}

    @Override
    public Posterior run() {
        List<Option> options = new ArrayList<>();
        String found;
        try {
            found = look(options);
        } catch (SamplingCancelledException e) {
            // What a short run finds is too little to be an answer.
            throw new SamplingCancelledException(null);
        }
        return run(options, found);
    }

    /** Finds out what the methods would cost, the cheapest first, and says what a short run found. */
    private String look(List<Option> options) {
        CostModel costs = new CostModel(problem, network);
        long pilotSeed = SplitMix64.mix(seed ^ STREAM);
        long pilotDraws = Math.min(draws, Math.clamp((long) (PILOT_WEIGHTS / costs.weights()), 1024, PILOT_DRAWS));
        Posterior pilot = with(RejectionSampler.of(problem, network), pilotSeed)
                .draws(pilotDraws)
                .run();
        ThresholdEstimate hardest = hardest(pilot);
        options.add(rejection(costs, hardest, pilotDraws));
        if (ConditionalSampler.applies(network) && costs.conditional(CONDITIONAL_PILOT) <= MOST_PILOT_SECONDS) {
            options.add(conditional(costs, pilotSeed));
        }
        options.add(splitting(costs, hardest, pilotDraws));
        options.sort(Comparator.comparingDouble(Option::seconds));
        return hardest.accepted() == 0
                ? String.format(Locale.ROOT, "none of %d draws was accepted", pilotDraws)
                : String.format(Locale.ROOT, "%.0f of %d draws were accepted", hardest.accepted(), pilotDraws);
    }

    /** Runs the cheapest method, and the next one where its result is not to be trusted. */
    private Posterior run(List<Option> options, String found) {
        List<String> notes = new ArrayList<>();
        notes.add(reason(options, found));
        for (Option option : options) {
            Posterior posterior = run(option, notes);
            boolean last =
                    option == options.getLast() || Double.isInfinite(options.get(options.indexOf(option) + 1).seconds);
            if (posterior.diagnostics().trustworthy() || last) {
                return noted(posterior, notes);
            }
            notes.add(option.name + " was taken first, but "
                    + posterior.diagnostics().reasons().getFirst());
        }
        throw new IllegalStateException("there is always a method");
    }

    private Posterior run(Option option, List<String> notes) {
        try {
            return option.sampler.onProgress(progress).run();
        } catch (SamplingCancelledException e) {
            throw new SamplingCancelledException(
                    e.partial().map(partial -> noted(partial, notes)).orElse(null));
        }
    }

    private static Posterior noted(Posterior p, List<String> first) {
        Diagnostics d = p.diagnostics();
        List<String> notes = new ArrayList<>(first);
        notes.addAll(d.notes());
        return new Posterior(
                p.sampler(),
                p.backend(),
                p.threads(),
                p.seed(),
                p.draws(),
                p.elapsedSeconds(),
                p.prior(),
                p.thresholds(),
                p.accepted(),
                new Diagnostics(d.values(), d.series(), notes, d.reasons()),
                p.digest());
    }

    private String reason(List<Option> options, String found) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "auto took %s: %s in a short run; a relative error of %s needs about",
                options.getFirst().name,
                found,
                relativeError));
        for (Option option : options) {
            String separator = option == options.getFirst() ? "" : ",";
            text.append(
                    Double.isInfinite(option.seconds)
                            ? String.format("%s more than may be told or drawn with %s", separator, option.name)
                            : String.format(
                                    Locale.ROOT,
                                    "%s %.2g s of a core with %s",
                                    separator,
                                    option.seconds,
                                    option.name));
        }
        return text.toString();
    }

    private static ThresholdEstimate hardest(Posterior posterior) {
        return posterior.thresholds().stream()
                .min(Comparator.comparingDouble(ThresholdEstimate::eps))
                .orElseThrow();
    }

    private Option rejection(CostModel costs, ThresholdEstimate hardest, long pilotDraws) {
        double p = Math.max(hardest.probability(), 1.0 / pilotDraws);
        double spread = hardest.accepted() < TrustRules.LEAST_ACCEPTED
                ? USUAL_SPREAD
                : hardest.generalizationLoss()
                        .map(loss -> TrustRules.relativeError(
                                loss.mean(), loss.standardError() * Math.sqrt(hardest.accepted())))
                        .orElse(USUAL_SPREAD);
        double accepted = Math.max(TrustRules.LEAST_ACCEPTED, spread * spread / (relativeError * relativeError));
        double needed = RESERVE * accepted / p;
        RejectionSampler sampler =
                with(RejectionSampler.of(problem, network), seed).draws(draws).relativeError(relativeError);
        // Without an accepted draw nobody knows how many would be needed.
        boolean known = hardest.accepted() > 0 && needed <= draws;
        double seconds = known ? costs.rejection(needed) : Double.POSITIVE_INFINITY;
        return new Option(RejectionSampler.NAME, seconds, sampler);
    }

    private Option splitting(CostModel costs, ThresholdEstimate hardest, long pilotDraws) {
        double p = Math.max(hardest.probability(), 1.0 / pilotDraws);
        SplittingSampler sampler =
                with(SplittingSampler.of(problem, network), seed).draws(draws).relativeError(relativeError);
        double seconds = draws < sampler.leastDraws() ? Double.POSITIVE_INFINITY : costs.splitting(p, relativeError);
        return new Option(SplittingSampler.NAME, seconds, sampler);
    }

    private Option conditional(CostModel costs, long pilotSeed) {
        Posterior pilot = with(ConditionalSampler.of(problem, network), pilotSeed)
                .draws(CONDITIONAL_PILOT)
                .run();
        double effective = pilot.diagnostics().series().get(ConditionalSampler.EFFECTIVE).stream()
                .mapToDouble(e -> e)
                .min()
                .orElseThrow();
        double seconds = Double.POSITIVE_INFINITY;
        // It draws whole chunks.
        if (effective >= LEAST_PILOT && draws >= ConditionalWorker.DRAWS) {
            double ratio = pilot.thresholds().stream()
                    .map(e -> e.generalizationLoss().orElseThrow())
                    .mapToDouble(loss -> TrustRules.relativeError(loss.mean(), loss.standardError()) / relativeError)
                    .max()
                    .orElseThrow();
            double times = Math.max(ratio * ratio, TrustRules.LEAST_ACCEPTED / effective);
            seconds = costs.conditional(RESERVE * times * CONDITIONAL_PILOT);
        }
        long most = Math.min(draws, CONDITIONAL_MOST);
        ConditionalSampler sampler =
                with(ConditionalSampler.of(problem, network), seed).draws(most).relativeError(relativeError);
        return new Option(ConditionalSampler.NAME, seconds, sampler);
    }

    private <S extends Sampler<S>> S with(S sampler, long streamSeed) {
        S set = sampler.eps(eps)
                .seed(streamSeed)
                .threads(threads)
                .backend(backend)
                .cancelWhen(cancelled);
        return executor == null ? set : set.executor(executor);
    }
}
