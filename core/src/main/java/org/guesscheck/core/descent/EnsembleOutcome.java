package org.guesscheck.core.descent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guesscheck.core.estimate.EqualBins;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.Moments;

/**
 * The outcomes of many runs that differ in their initial weights. It depends on the runs alone, to the bit, and not on threads or
 * backend.
 *
 * @param runs all runs, by rising seed; immutable
 * @param reached how many reached the training loss at which they were to stop
 * @param diverged how many diverged; they count in no mean and no quantile
 * @param meanPredicted the mean predicted matrix of the runs that did not diverge, row by row, not to be changed; empty if all did
 * @param meanReached that of the runs that reached the training loss at which they were to stop; empty if none did
 */
public record EnsembleOutcome(
        List<EnsembleRun> runs, int reached, int diverged, double[] meanPredicted, double[] meanReached) {
    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    /** Copies the runs. */
    public EnsembleOutcome {
        runs = List.copyOf(runs);
    }

    /**
     * The outcome of runs with seeds that rise by one.
     *
     * @param ended the runs; null for one that is not over, which is left out
     */
    static EnsembleOutcome of(long firstSeed, Ended[] ended) {
        EnsembleTally tally = new EnsembleTally();
        for (int i = 0; i < ended.length; i++) {
            if (ended[i] != null) {
                tally.add(
                        EnsembleRun.of(firstSeed + i, ended[i]),
                        ended[i].outcome().predicted());
            }
        }
        return tally.outcome();
    }

    /**
     * Steps taken in all runs.
     *
     * @return their sum
     */
    public long epochs() {
        return runs.stream().mapToLong(run -> run.end().epoch()).sum();
    }

    /**
     * The share of runs that reached the training loss at which they were to stop.
     *
     * @return 0 to 1
     */
    public double reachedShare() {
        return (double) reached / runs.size();
    }

    /**
     * The 95 % interval of {@link #reachedShare} for all initial weights.
     *
     * @return the interval of Clopper and Pearson
     */
    public Interval reachedInterval() {
        return Interval.ofProbability(reached, runs.size());
    }

    /**
     * The mean generalization loss of the runs that did not diverge.
     *
     * @return the mean; NaN if all diverged
     */
    public double meanGeneralizationLoss() {
        return moments().mean();
    }

    /**
     * The standard error of {@link #meanGeneralizationLoss}.
     *
     * @return the error; NaN with fewer than two runs that did not diverge
     */
    public double generalizationStandardError() {
        return moments().standardError();
    }

    /**
     * The 95 % interval of the mean generalization loss, which regards the skewness of the losses and is not below 0.
     *
     * @return the interval; unknown with fewer than two runs that did not diverge
     */
    public Interval generalizationInterval() {
        Moments moments = moments();
        return moments.count() < 2
                ? Interval.UNKNOWN
                : Interval.ofSkewed(
                        moments.mean(),
                        moments.standardError(),
                        moments.count() - 1.0,
                        moments.skewness() / Math.sqrt(moments.count()));
    }

    private Moments moments() {
        Moments moments = new Moments();
        for (double loss : generalizationLosses()) {
            moments.add(loss);
        }
        return moments;
    }

    /**
     * The generalization losses of the runs that did not diverge.
     *
     * @return the losses, by rising seed
     */
    public double[] generalizationLosses() {
        return runs.stream()
                .filter(EnsembleRun::finite)
                .mapToDouble(run -> run.end().generalizationLoss())
                .toArray();
    }

    /**
     * Quantiles of the generalization loss of the runs that did not diverge: the least loss at or below which there is the given share
     * of the runs.
     *
     * @return losses by probability, those of samplers, 0.05, 0.25, 0.5, 0.75 and 0.95; empty if all diverged
     */
    public SortedMap<Double, Double> quantiles() {
        return quantiles(generalizationLosses());
    }

    /**
     * Quantiles of the epochs that the runs took that reached the training loss at which they were to stop.
     *
     * @return epochs by probability; empty if none did
     */
    public SortedMap<Double, Double> epochsToReach() {
        return quantiles(runs.stream()
                .filter(run -> run.ending() == Ending.REACHED)
                .mapToDouble(run -> run.end().epoch())
                .toArray());
    }

    /**
     * A histogram of the generalization loss of the runs that did not diverge: bins of one width from the least loss to the 0.99
     * quantile, since a few runs that nearly diverged may have huge losses.
     *
     * @param bins how many, at least 1
     * @return the counts; empty if all diverged
     * @throws IllegalArgumentException if there are no bins
     */
    public Optional<EqualBins> histogram(int bins) {
        double[] losses = generalizationLosses();
        if (losses.length == 0) {
            return Optional.empty();
        }
        Arrays.sort(losses);
        return Optional.of(EqualBins.of(losses, losses[0], quantile(losses, 0.99), bins));
    }

    private static double quantile(double[] sorted, double probability) {
        int at = (int) Math.ceil(probability * sorted.length) - 1;
        return sorted[Math.max(at, 0)];
    }

    private static SortedMap<Double, Double> quantiles(double[] values) {
        Arrays.sort(values);
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        if (values.length > 0) {
            for (double probability : PROBABILITIES) {
                quantiles.put(probability, quantile(values, probability));
            }
        }
        return quantiles;
    }

    /**
     * A digest of all runs.
     *
     * @return "sha256:" and the hexadecimal SHA-256 of the runs' digests, each with a line feed, by rising seed
     */
    public String digest() {
        MessageDigest sha = WeightDigest.sha256();
        for (EnsembleRun run : runs) {
            sha.update((run.digest() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }
}
