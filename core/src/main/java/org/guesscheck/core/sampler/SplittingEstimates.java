package org.guesscheck.core.sampler;

import java.util.List;
import java.util.Optional;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.Jackknife;
import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.estimate.StudentT;
import org.guesscheck.core.estimate.WeightedSample;

/** Turns replicas, in order, into estimates with intervals; thresholds are numbered from the largest on. */
final class SplittingEstimates {
    private final List<Replica> replicas;

    SplittingEstimates(List<Replica> replicas) {
        this.replicas = replicas;
    }

    Jackknife jackknife(int threshold) {
        return new Jackknife(replicas.stream()
                .mapToDouble(r -> r.logProbability()[threshold])
                .toArray());
    }

    private Jackknife.Estimate mean(Jackknife jackknife, int threshold) {
        return jackknife.mean(
                replicas.stream().mapToDouble(r -> r.mean()[threshold]).toArray());
    }

    /** Standard error over mean of the posterior mean at a threshold; NaN if it is not known. */
    double relativeError(int threshold) {
        Jackknife.Estimate mean = mean(jackknife(threshold), threshold);
        return mean.standardError() / mean.value();
    }

    PriorMean prior() {
        Moments all = new Moments();
        replicas.forEach(r -> all.add(r.prior()));
        return new PriorMean(all.mean(), all.standardError(), all.count());
    }

    ThresholdEstimate estimate(double eps, int threshold) {
        Jackknife jackknife = jackknife(threshold);
        Jackknife.Estimate p = jackknife.logMean();
        if (p.value() == Double.NEGATIVE_INFINITY) {
            return new ThresholdEstimate(eps, 0, 0, 0, Double.NaN, Optional.empty());
        }
        double t = student(jackknife);
        Jackknife.Estimate mean = mean(jackknife, threshold);
        WeightedSample sample = sample(jackknife, threshold);
        double half = t * mean.standardError();
        GeneralizationLoss loss = new GeneralizationLoss(
                mean.value(), mean.standardError(), mean.value() - half, mean.value() + half, sample.quantiles());
        return new ThresholdEstimate(
                eps,
                sample.variance() / (mean.standardError() * mean.standardError()),
                StrictMath.exp(p.value()),
                StrictMath.exp(p.value() - t * p.standardError()),
                Math.min(1, StrictMath.exp(p.value() + t * p.standardError())),
                Optional.of(loss));
    }

    /** Student's factor of the intervals, for as many replicas as those with their unequal weights are worth. */
    private static double student(Jackknife jackknife) {
        if (jackknife.count() < 2) {
            return Double.NaN;
        }
        return StudentT.twoSided(Interval.CONFIDENCE, Math.max(1, jackknife.effectiveReplicas() - 1));
    }

    private WeightedSample sample(Jackknife jackknife, int threshold) {
        WeightedSample sample = new WeightedSample();
        for (int r = 0; r < replicas.size(); r++) {
            for (float loss : replicas.get(r).losses()[threshold]) {
                sample.add(loss, jackknife.share(r));
            }
        }
        return sample;
    }

    /** The bits of every replica's log p per threshold, then its particles after the last sweep at the last level. */
    String digest() {
        AcceptedDigest digest = new AcceptedDigest();
        for (Replica replica : replicas) {
            for (double log : replica.logProbability()) {
                digest.add(Double.doubleToLongBits(log), 0, 0);
            }
            float[] test = replica.losses()[replica.losses().length - 1];
            for (int slot = 0; slot < test.length; slot++) {
                digest.add(slot, replica.finalTrainLoss()[slot], test[slot]);
            }
        }
        return digest.value();
    }
}
