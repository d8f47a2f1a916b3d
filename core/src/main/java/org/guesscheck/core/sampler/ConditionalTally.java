package org.guesscheck.core.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.Moments;

/** Folds chunks of a conditional run, in order, until there are enough. */
final class ConditionalTally {
    /** So few chunks say too little of their own error to stop at. */
    private static final long LEAST_CHUNKS = 4;

    private final double[] eps;
    private final double relativeError;
    private final Consumer<Progress> progress;
    private final long chunks;
    private final ConditionalSums[] sums;
    private final int largest;
    private final Moments prior = new Moments();
    private final AcceptedDigest digest = new AcceptedDigest();
    private final long start = System.nanoTime();
    private long folded;
    private final Looks looks = new Looks(LEAST_CHUNKS);

    /** Without a relative error, 0, all draws are made. */
    ConditionalTally(double[] eps, double relativeError, long draws, Consumer<Progress> progress) {
        this.eps = eps;
        this.relativeError = relativeError;
        this.progress = progress;
        chunks = (draws + ConditionalWorker.DRAWS - 1) / ConditionalWorker.DRAWS;
        sums = new ConditionalSums[eps.length];
        for (int e = 0; e < eps.length; e++) {
            sums[e] = new ConditionalSums();
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
        }
        digest(result);
        folded++;
        progress.accept(new Progress(draws(), chunks * ConditionalWorker.DRAWS, (long) effective(), seconds()));
        return relativeError > 0 && looks.due() && Arrays.stream(sums).allMatch(this::narrow);
    }

    private boolean narrow(ConditionalSums sum) {
        return sum.effective() >= Sampler.LEAST_EFFECTIVE && sum.standardError() <= relativeError * sum.mean();
    }

    private void digest(ConditionalWorker.Result result) {
        ConditionalChunk chunk = result.thresholds()[largest];
        for (int i = 0; i < ConditionalWorker.DRAWS; i++) {
            if (chunk.probability[i] > 0) {
                double logProbability = chunk.logScale + StrictMath.log(chunk.probability[i]);
                long draw = result.chunk() * ConditionalWorker.DRAWS + i;
                digest.add(draw, logProbability, chunk.loss[i] / chunk.probability[i]);
            }
        }
    }

    private double effective() {
        return sums[largest].effective();
    }

    private long draws() {
        return folded * ConditionalWorker.DRAWS;
    }

    private double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    Posterior posterior(String backend, int threads, long seed) {
        List<ThresholdEstimate> estimates = new ArrayList<>();
        for (int e = 0; e < eps.length; e++) {
            estimates.add(estimate(eps[e], sums[e]));
        }
        PriorMean mean = new PriorMean(prior.mean(), prior.standardError(), prior.count());
        return new Posterior(
                ConditionalSampler.NAME,
                backend,
                threads,
                seed,
                draws(),
                seconds(),
                mean,
                List.copyOf(estimates),
                List.of(),
                diagnostics(),
                digest.value());
    }

    private Diagnostics diagnostics() {
        Diagnostics.Builder builder = new Diagnostics.Builder();
        List<Double> effective =
                Arrays.stream(sums).map(ConditionalSums::effective).toList();
        builder.value("pointsPerDraw", ConditionalWorker.POINTS);
        builder.series(ConditionalSampler.EFFECTIVE, effective);
        for (int e = 0; e < eps.length; e++) {
            if (effective.get(e) < Sampler.LEAST_EFFECTIVE) {
                builder.doubt(String.format(
                        Locale.ROOT,
                        "eps %s: the effective sample size is %.0f, below %d, so that the error itself is not known",
                        eps[e],
                        effective.get(e),
                        Sampler.LEAST_EFFECTIVE));
            }
        }
        if (relativeError > 0) {
            builder.note(Looks.outcome(Arrays.stream(sums).allMatch(this::narrow)));
        }
        return builder.build();
    }

    private static ThresholdEstimate estimate(double eps, ConditionalSums sum) {
        Interval p = sum.probabilityInterval();
        Optional<GeneralizationLoss> loss = sum.effective() == 0 ? Optional.empty() : Optional.of(loss(sum));
        return new ThresholdEstimate(eps, sum.accepted(), sum.probability(), p.low(), p.high(), loss);
    }

    private static GeneralizationLoss loss(ConditionalSums sum) {
        Interval interval = Interval.ofMean(sum.mean(), sum.standardError(), (long) Math.max(2, sum.effective()));
        return new GeneralizationLoss(
                sum.mean(), sum.standardError(), interval.low(), interval.high(), sum.quantiles(Tally.PROBABILITIES));
    }
}
