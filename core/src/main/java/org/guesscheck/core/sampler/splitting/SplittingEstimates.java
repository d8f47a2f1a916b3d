package org.guesscheck.core.sampler.splitting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.estimate.AcceptedDigest;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.Jackknife;
import org.guesscheck.core.estimate.StudentT;
import org.guesscheck.core.estimate.WeightedSample;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.sampler.work.PriorSample;
import org.guesscheck.core.sampler.work.TrustRules;
import org.guesscheck.core.sampler.work.WeightedMean;

/** Turns replicas, in order, into estimates with intervals; thresholds are numbered from the largest on. */
final class SplittingEstimates {
    private final List<Replica> replicas;

    SplittingEstimates(List<Replica> replicas) {
        this.replicas = replicas;
    }

    Jackknife jackknife(int threshold) {
        return new Jackknife(replicas.stream()
                .mapToDouble(r -> r.thresholds().get(threshold).logProbability())
                .toArray());
    }

    private Jackknife.Estimate mean(Jackknife jackknife, int threshold) {
        return jackknife.mean(replicas.stream()
                .mapToDouble(r -> r.thresholds().get(threshold).mean())
                .toArray());
    }

    /** Standard error over mean of the posterior mean at a threshold; NaN if it is not known. */
    double relativeError(int threshold) {
        Jackknife.Estimate mean = mean(jackknife(threshold), threshold);
        return TrustRules.relativeError(mean.value(), mean.standardError());
    }

    PriorMean prior() {
        return priorSample().mean();
    }

    PriorSample priorSample() {
        PriorSample all = new PriorSample();
        replicas.forEach(r -> all.add(r.prior().losses()));
        return all;
    }

    ThresholdEstimate estimate(double eps, int threshold) {
        Jackknife jackknife = jackknife(threshold);
        Jackknife.Estimate p = jackknife.logMean();
        if (p.value() == Double.NEGATIVE_INFINITY) {
            return new ThresholdEstimate(eps, 0, 0, new Interval(0, bound(threshold)), Optional.empty());
        }
        double t = student(jackknife);
        Jackknife.Estimate mean = mean(jackknife, threshold);
        WeightedSample sample = sample(jackknife, threshold);
        GeneralizationLoss loss = new GeneralizationLoss(
                mean.value(), mean.standardError(), interval(jackknife, mean), sample.quantiles());
        // A bound that is too small for a number is still not 0.
        Interval probability = new Interval(
                StrictMath.exp(p.value() - t * p.standardError()),
                Math.clamp(StrictMath.exp(p.value() + t * p.standardError()), Double.MIN_VALUE, 1));
        return new ThresholdEstimate(
                eps, accepted(sample, mean.standardError()), StrictMath.exp(p.value()), probability, Optional.of(loss));
    }

    private static Interval interval(Jackknife jackknife, Jackknife.Estimate mean) {
        return jackknife.count() < 2
                ? Interval.UNKNOWN
                : Interval.ofSkewed(mean.value(), mean.standardError(), degreesOfFreedom(jackknife), mean.skewness());
    }

    /** The effective number of accepted draws at a threshold; NaN if the error of the mean is not known. */
    double accepted(int threshold) {
        Jackknife jackknife = jackknife(threshold);
        return accepted(sample(jackknife, threshold), mean(jackknife, threshold).standardError());
    }

    /** The effective number of accepted draws: as many as particles where replicas do not differ at all. */
    private static double accepted(WeightedSample sample, double standardError) {
        return standardError == 0 ? sample.count() : sample.variance() / (standardError * standardError);
    }

    /** The most that the probability of a threshold can be that no particle got below. */
    private double bound(int threshold) {
        long drawn = 0;
        long below = 0;
        for (Replica replica : replicas) {
            drawn += replica.prior().count();
            below += replica.prior().below()[threshold];
        }
        double byDraws = Interval.ofProbability(below, drawn).high();
        // It is no larger than that of the last level, which lies above.
        Jackknife last = new Jackknife(
                replicas.stream().mapToDouble(r -> r.end().logProbability()).toArray());
        Jackknife.Estimate p = last.logMean();
        if (!(p.value() > Double.NEGATIVE_INFINITY && p.standardError() >= 0)) {
            return byDraws;
        }
        // Each bound fails in a fortieth of the cases, so the smaller one in a twentieth: with no draw below, not the
        // rule of three.
        double strict = below == 0 ? Math.min(1, -StrictMath.log((1 - Interval.CONFIDENCE) / 2) / drawn) : byDraws;
        return Math.min(strict, StrictMath.exp(p.value() + student(last) * p.standardError()));
    }

    /** Student's factor of the intervals, for as many replicas as those with their unequal weights are worth. */
    private static double student(Jackknife jackknife) {
        if (jackknife.count() < 2) {
            return Double.NaN;
        }
        return StudentT.twoSided(Interval.CONFIDENCE, degreesOfFreedom(jackknife));
    }

    private static double degreesOfFreedom(Jackknife jackknife) {
        return Math.max(1, jackknife.effectiveReplicas() - 1);
    }

    private WeightedSample sample(Jackknife jackknife, int threshold) {
        WeightedSample sample = new WeightedSample();
        for (int r = 0; r < replicas.size(); r++) {
            Replica.AtThreshold at = replicas.get(r).thresholds().get(threshold);
            double[] weights = at.weights();
            double mean = Arrays.stream(weights).average().orElse(1);
            for (int slot = 0; slot < weights.length; slot++) {
                sample.add(at.losses()[slot], jackknife.share(r) * (weights[slot] / mean));
            }
        }
        return sample;
    }

    /** The particles at a threshold after the last sweep, a replica a group, with the mean of their predicted matrices. */
    WeightedDraws draws(int threshold) {
        Jackknife jackknife = jackknife(threshold);
        if (jackknife.logMean().value() == Double.NEGATIVE_INFINITY) {
            return WeightedDraws.NONE;
        }
        int most = replicas.stream()
                .mapToInt(r -> r.thresholds().get(threshold).losses().length)
                .sum();
        double[] losses = new double[most];
        double[] weights = new double[most];
        int[] groups = new int[most];
        int entries = replicas.stream()
                .mapToInt(r -> r.thresholds().get(threshold).meanPredicted().length)
                .max()
                .orElse(0);
        WeightedMean mean = new WeightedMean(entries);
        int count = 0;
        for (int r = 0; r < replicas.size(); r++) {
            Replica.AtThreshold at = replicas.get(r).thresholds().get(threshold);
            double share = jackknife.share(r);
            double average = Arrays.stream(at.weights()).average().orElse(1);
            for (int slot = 0; slot < at.losses().length; slot++) {
                double weight = share * (at.weights()[slot] / average) / at.losses().length;
                if (weight > 0 && Float.isFinite(at.losses()[slot])) {
                    losses[count] = at.losses()[slot];
                    weights[count] = weight;
                    groups[count++] = r;
                }
            }
            if (share > 0) {
                mean.add(at.meanPredicted(), share);
            }
        }
        return new WeightedDraws(
                Arrays.copyOf(losses, count),
                Arrays.copyOf(weights, count),
                Arrays.copyOf(groups, count),
                replicas.size(),
                mean.mean());
    }

    /**
     * How many ancestors with equal shares would carry the mean generalization loss at a level as unevenly as those of all
     * replicas do (Kish 1965); NaN if no particle got there or all losses are 0.
     */
    double lossAncestors(int level) {
        double largest = replicas.stream()
                .mapToDouble(r -> r.levels().get(level).logProbability())
                .max()
                .orElseThrow();
        double sum = 0;
        double squares = 0;
        for (Replica replica : replicas) {
            Replica.AtLevel at = replica.levels().get(level);
            if (at.logProbability() > Double.NEGATIVE_INFINITY && at.mean() > 0) {
                double carried = StrictMath.exp(at.logProbability() - largest) * at.mean();
                sum += carried;
                squares += carried * carried * at.concentration();
            }
        }
        return sum * sum / squares;
    }

    /** The bits of every replica's log p per threshold, then its particles after the last sweep at the last level. */
    String digest() {
        AcceptedDigest digest = new AcceptedDigest();
        for (Replica replica : replicas) {
            for (Replica.AtThreshold threshold : replica.thresholds()) {
                digest.add(Double.doubleToLongBits(threshold.logProbability()), 0, 0);
            }
            float[] test = replica.thresholds().getLast().losses();
            for (int slot = 0; slot < test.length; slot++) {
                digest.add(slot, replica.end().trainLoss()[slot], test[slot]);
            }
        }
        return digest.value();
    }
}
