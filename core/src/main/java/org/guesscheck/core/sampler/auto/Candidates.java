package org.guesscheck.core.sampler.auto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.core.sampler.conditional.ConditionalRun;
import org.guesscheck.core.sampler.rejection.RejectionRun;
import org.guesscheck.core.sampler.splitting.SplittingRun;
import org.guesscheck.core.sampler.splitting.SplittingSettings;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingTask;
import org.guesscheck.core.sampler.work.TrustRules;

/** The methods, the cheapest first, and the result of the short run that their costs come from. */
final class Candidates {
    /** So that short runs share no draws with the run that follows, and luck in the one is not luck in the other. */
    private static final long STREAM = 0x3c6ef372fe94f82bL;

    /** Weights drawn by the short rejection run: some tenths of a second. */
    private static final long PILOT_WEIGHTS = 1L << 27;

    private static final long PILOT_DRAWS = 1 << 20;

    /** Draws of the short conditional run. */
    private static final long CONDITIONAL_PILOT = 2 * ConditionalRun.CHUNK;

    /** Seconds of a core, by {@link CostModel}, beyond which a short conditional run is no longer short. */
    private static final double MOST_PILOT_SECONDS = 600;

    /** Effective draws that a short conditional run must have for its error to mean anything. */
    private static final double LEAST_PILOT = 10;

    /** Standard deviation over mean of the loss among the accepted, where too few are known; it is 0.3 to 0.7 in the paper. */
    private static final double USUAL_SPREAD = 0.5;

    /** The number that is needed on average is not enough in half of the cases. */
    private static final double RESERVE = 1.25;

    /** Draws of hidden features beyond which the effective sample size does not grow as it should. */
    private static final long CONDITIONAL_MOST = 1 << 22;

    private final SamplingTask task;
    private final RunSettings quiet;
    private final CostModel costs;
    private final boolean reduces;
    private final SamplingTask pilot;
    private final List<Candidate> cheapestFirst = new ArrayList<>();
    private final ThresholdEstimate hardest;

    /** Makes the short runs, which tell nobody of their progress. */
    Candidates(SamplingTask task, RunSettings settings) {
        this.task = task;
        quiet = settings.listener(RunSettings.defaults().listener()).keepsDraws(false);
        Network network = task.network();
        costs = new CostModel(task.problem(), network);
        reduces = Reduction.applies(task.problem().rows(), network);
        long draws = Math.min(task.draws(), Math.clamp((long) (PILOT_WEIGHTS / costs.weights()), 1024, PILOT_DRAWS));
        pilot = task.seed(SplitMix64.mix(task.seed() ^ STREAM)).anyError().draws(draws);
        hardest = hardest(new RejectionRun(pilot, quiet, reduces).run());
        cheapestFirst.add(rejection());
        if (ConditionalRun.applies(network) && costs.conditional(CONDITIONAL_PILOT) <= MOST_PILOT_SECONDS) {
            cheapestFirst.add(conditional());
        }
        cheapestFirst.add(splitting());
        cheapestFirst.sort(Comparator.comparingDouble(Candidate::seconds));
    }

    /** All methods that apply. */
    List<Candidate> cheapestFirst() {
        return cheapestFirst;
    }

    /** Why the first one is taken, in a sentence. */
    String reason() {
        String found = hardest.accepted() == 0
                ? String.format(Locale.ROOT, "none of %d draws was accepted", pilot.draws())
                : String.format(Locale.ROOT, "%.0f of %d draws were accepted", hardest.accepted(), pilot.draws());
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "auto took %s: %s in a short run; a relative error of %s needs about",
                cheapestFirst.getFirst().method(),
                found,
                task.relativeError()));
        for (Candidate candidate : cheapestFirst) {
            String separator = candidate == cheapestFirst.getFirst() ? "" : ",";
            text.append(
                    candidate.promises()
                            ? String.format(
                                    Locale.ROOT,
                                    "%s %.2g s of a core with %s",
                                    separator,
                                    candidate.seconds(),
                                    candidate.method())
                            : String.format(
                                    "%s more than may be told or drawn with %s", separator, candidate.method()));
        }
        return text.toString();
    }

    private static ThresholdEstimate hardest(Posterior posterior) {
        return posterior.thresholds().stream()
                .min(Comparator.comparingDouble(ThresholdEstimate::eps))
                .orElseThrow();
    }

    /** The acceptance probability that costs are told from. */
    private double probability() {
        return Math.max(hardest.probability(), 1.0 / pilot.draws());
    }

    private Candidate rejection() {
        double spread = hardest.accepted() < TrustRules.LEAST_ACCEPTED
                ? USUAL_SPREAD
                : hardest.generalizationLoss()
                        .map(loss -> TrustRules.relativeError(
                                loss.mean(), loss.standardError() * Math.sqrt(hardest.accepted())))
                        .orElse(USUAL_SPREAD);
        double wanted = task.relativeError();
        double accepted = Math.max(TrustRules.LEAST_ACCEPTED, spread * spread / (wanted * wanted));
        double needed = RESERVE * accepted / probability();
        // Without an accepted draw nobody knows how many would be needed.
        boolean known = hardest.accepted() > 0 && needed <= task.draws();
        double seconds = known ? costs.rejection(needed) : Double.POSITIVE_INFINITY;
        return new Candidate(RejectionRun.NAME, seconds, task);
    }

    private Candidate splitting() {
        SplittingSettings defaults = SplittingSettings.DEFAULTS;
        double seconds = task.draws() < defaults.leastEvaluations()
                ? Double.POSITIVE_INFINITY
                : costs.splitting(probability(), task.relativeError());
        return new Candidate(SplittingRun.NAME, seconds, task);
    }

    private Candidate conditional() {
        Posterior found = new ConditionalRun(pilot.draws(CONDITIONAL_PILOT), quiet).run();
        double effective = found.diagnostics().series().get(ConditionalRun.EFFECTIVE).stream()
                .mapToDouble(e -> e)
                .min()
                .orElseThrow();
        double seconds = Double.POSITIVE_INFINITY;
        // It draws whole chunks.
        if (effective >= LEAST_PILOT && task.draws() >= ConditionalRun.CHUNK) {
            double ratio = found.thresholds().stream()
                    .map(e -> e.generalizationLoss().orElseThrow())
                    .mapToDouble(
                            loss -> TrustRules.relativeError(loss.mean(), loss.standardError()) / task.relativeError())
                    .max()
                    .orElseThrow();
            double times = Math.max(ratio * ratio, TrustRules.LEAST_ACCEPTED / effective);
            seconds = costs.conditional(RESERVE * times * CONDITIONAL_PILOT);
        }
        SamplingTask bounded = task.draws(Math.min(task.draws(), CONDITIONAL_MOST));
        return new Candidate(ConditionalRun.NAME, seconds, bounded);
    }
}
