package org.guesscheck.core.sampler.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.sampler.work.PriorSample;
import org.guesscheck.core.sampler.work.ProgressReports;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingTask;
import org.guesscheck.core.sampler.work.StoppingSchedule;
import org.guesscheck.core.sampler.work.TrustRules;

/** Folds chunks of a conditional run, in order, until there are enough. */
final class ConditionalTally {
    /** So few chunks say too little of their own error to stop at. */
    private static final long LEAST_CHUNKS = 4;

    private final double[] eps;
    private final double relativeError;
    private final ProgressReports reports;
    private final long chunks;
    private final ConditionalSums[] sums;
    private final List<KeptPoints> kept = new ArrayList<>();
    private final int entries;
    private final int largest;
    private final PriorSample prior = new PriorSample();
    private final Diagnostics.Builder diagnostics = new Diagnostics.Builder();
    private final AcceptedDigest digest = new AcceptedDigest();
    private long folded;
    private final StoppingSchedule schedule = new StoppingSchedule(LEAST_CHUNKS);

    ConditionalTally(SamplingTask task, RunSettings settings) {
        eps = task.thresholds().asked();
        relativeError = task.relativeError();
        reports = new ProgressReports(settings.listener());
        entries = task.problem().rows() * task.problem().cols();
        // So few that their draws can be counted.
        chunks = Math.min(Math.ceilDiv(task.draws(), ConditionalRun.CHUNK), Long.MAX_VALUE / ConditionalRun.CHUNK);
        sums = new ConditionalSums[eps.length];
        for (int e = 0; e < eps.length; e++) {
            sums[e] = new ConditionalSums();
            if (settings.keepsDraws()) {
                kept.add(new KeptPoints());
            }
        }
        largest = IntStream.range(0, eps.length)
                .reduce((a, b) -> eps[b] > eps[a] ? b : a)
                .orElseThrow();
    }

    long chunks() {
        return chunks;
    }

    /** Whether there are enough now. */
    boolean add(ConditionalWorker.Result result) {
        for (double loss : result.priorLoss()) {
            prior.add(loss);
        }
        for (int e = 0; e < eps.length; e++) {
            sums[e].add(result.thresholds()[e]);
            if (!kept.isEmpty()) {
                kept.get(e).add(result.thresholds()[e]);
            }
        }
        digest(result);
        folded++;
        reports.tell(draws(), total(), (long) effective());
        return relativeError > 0 && schedule.due() && Arrays.stream(sums).allMatch(this::narrow);
    }

    private boolean narrow(ConditionalSums sum) {
        return sum.effective() >= TrustRules.LEAST_ACCEPTED
                && TrustRules.relativeError(sum.mean(), sum.standardError()) <= relativeError;
    }

    /** How many draws there will be, as far as those that were made tell. */
    private long total() {
        long most = chunks * ConditionalRun.CHUNK;
        if (!(relativeError > 0)) {
            return most;
        }
        double reached = 0;
        for (ConditionalSums sum : sums) {
            if (sum.effective() < TrustRules.LEAST_ACCEPTED) {
                return most;
            }
            reached = Math.max(reached, TrustRules.relativeError(sum.mean(), sum.standardError()));
        }
        return ProgressReports.needed(draws(), reached, relativeError, most);
    }

    private void digest(ConditionalWorker.Result result) {
        ConditionalChunk chunk = result.thresholds()[largest];
        for (int i = 0; i < ConditionalRun.CHUNK; i++) {
            if (chunk.probability[i] > 0) {
                double logProbability = chunk.logScale + StrictMath.log(chunk.probability[i]);
                long draw = result.chunk() * ConditionalRun.CHUNK + i;
                digest.add(draw, logProbability, chunk.loss[i] / chunk.probability[i]);
            }
        }
    }

    /** The points of the first chunks at each threshold; empty unless they were to be kept. */
    List<WeightedDraws> keptDraws() {
        return kept.stream().map(points -> points.draws(entries)).toList();
    }

    private double effective() {
        return sums[largest].effective();
    }

    private long draws() {
        return folded * ConditionalRun.CHUNK;
    }

    /** Whether nothing was folded yet. */
    boolean empty() {
        return folded == 0;
    }

    /** Notes that not all draws that were asked for are there. */
    void cancelled() {
        diagnostics.note("cancelled after " + draws() + " of " + chunks * ConditionalRun.CHUNK + " draws");
    }

    Posterior posterior(String backend, int threads, long seed) {
        List<ThresholdEstimate> estimates = new ArrayList<>();
        for (int e = 0; e < eps.length; e++) {
            estimates.add(estimate(eps[e], sums[e]));
        }
        reports.end(draws(), (long) effective());
        judge(estimates);
        return new Posterior(
                new Origin(ConditionalRun.NAME, seed, draws(), digest.value()),
                new Execution(backend, threads, reports.seconds()),
                prior.mean(),
                estimates,
                List.of(),
                diagnostics.build());
    }

    private void judge(List<ThresholdEstimate> estimates) {
        List<Double> effective =
                Arrays.stream(sums).map(ConditionalSums::effective).toList();
        diagnostics.value("pointsPerDraw", ConditionalRun.POINTS);
        diagnostics.series(ConditionalRun.EFFECTIVE, effective);
        for (int e = 0; e < eps.length; e++) {
            if (effective.get(e) < TrustRules.LEAST_ACCEPTED) {
                diagnostics.doubt(String.format(
                        Locale.ROOT,
                        "eps %s: the effective sample size is %.0f, below %d, so that the error itself is not known",
                        eps[e],
                        effective.get(e),
                        TrustRules.LEAST_ACCEPTED));
            }
        }
        if (TrustRules.judgeError(diagnostics, estimates, relativeError)) {
            diagnostics.note(TrustRules.REACHED);
        }
        prior.judge(diagnostics);
    }

    private static ThresholdEstimate estimate(double eps, ConditionalSums sum) {
        Interval p = sum.probabilityInterval();
        Optional<GeneralizationLoss> loss = sum.effective() == 0 ? Optional.empty() : Optional.of(loss(sum));
        return new ThresholdEstimate(eps, sum.accepted(), sum.probability(), p, loss);
    }

    private static GeneralizationLoss loss(ConditionalSums sum) {
        Interval interval =
                Interval.ofSkewed(sum.mean(), sum.standardError(), Math.max(1, sum.effective() - 1), sum.skewness());
        return new GeneralizationLoss(sum.mean(), sum.standardError(), interval, sum.quantiles());
    }
}
