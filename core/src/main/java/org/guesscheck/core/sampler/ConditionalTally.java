package org.guesscheck.core.sampler;

import java.util.ArrayList;
import java.util.List;
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
    private long nextLook = LEAST_CHUNKS;

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
        if (relativeError == 0 || folded < nextLook) {
            return false;
        }
        // Looking at every chunk would favour moments at which the error happens to look small.
        nextLook = folded + Math.max(1, folded / 8);
        return IntStream.range(0, eps.length).allMatch(e -> narrow(sums[e]));
    }

    private boolean narrow(ConditionalSums sum) {
        return sum.effective() >= ConditionalSampler.LEAST_EFFECTIVE
                && sum.standardError() <= relativeError * sum.mean();
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
                backend, threads, seed, draws(), seconds(), mean, List.copyOf(estimates), List.of(), digest.value());
    }

    private static ThresholdEstimate estimate(double eps, ConditionalSums sum) {
        double effective = sum.effective();
        Interval p = sum.probabilityInterval();
        Optional<GeneralizationLoss> loss = effective == 0 ? Optional.empty() : Optional.of(loss(sum, effective));
        return new ThresholdEstimate(eps, (long) effective, sum.probability(), p.low(), p.high(), loss);
    }

    private static GeneralizationLoss loss(ConditionalSums sum, double effective) {
        Interval interval = Interval.ofMean(sum.mean(), sum.standardError(), (long) Math.max(2, effective));
        return new GeneralizationLoss(
                sum.mean(), sum.standardError(), interval.low(), interval.high(), sum.quantiles(Tally.PROBABILITIES));
    }
}
