package org.guesscheck.core.comparison;

import java.util.Arrays;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.StudentT;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.random.SplitMix64;

/**
 * How far samples may be from their laws: by resampling whole groups with replacement (the bootstrap of clustered data: Davison and
 * Hinkley 1997, "Bootstrap Methods and their Application", section 3.8; Field and Welsh 2007), so that draws which depend on each other
 * stay together and weights stay what they are.
 *
 * <p>A distance of two samples is biased upwards, most where their laws are equal, and near 0 the bootstrap of the distance itself is
 * not consistent. So the difference of the distribution functions is resampled instead: with D the difference of the laws', D_n that of
 * the samples and D* that of resampled samples, the norm of D* - D_n has about the law of that of D_n - D (Bickel and Freedman 1981,
 * for the largest value and for the area alike), and | |D_n| - |D| | is at most |D_n - D|. With q its 95 % quantile, |D_n| - q to |D_n| + q
 * covers the distance of the laws in 95 % of cases at least, equal laws included; and if the laws are equal, |D_n| itself is above q in 5 %.
 *
 * <p>Few groups have too little scatter of their own; the deviations of each sample are widened by sqrt(g / (g - 1)) times the ratio of
 * Student's t with g - 1 degrees of freedom to the normal law's, g being Kish's effective number of groups.
 *
 * <p>The area weighs losses by their size. Where a law has a long tail, as the prior of deep networks, a sample may miss the rare large
 * losses that carry a part of it, and the interval of the area covers less often, as that of a mean does.
 */
final class GroupResampling {
    private static final double NORMAL = StudentT.twoSided(Interval.CONFIDENCE, 1e9);

    private final long seed;
    private final int resamples;

    /**
     * Resampling of all samples.
     *
     * @param seed any value
     * @param resamples at least 19
     */
    GroupResampling(long seed, int resamples) {
        this.seed = seed;
        this.resamples = resamples;
    }

    /**
     * A sample, and the source of its random numbers: two samples with one source and as many groups are resampled together, as runs
     * at two epochs must be.
     */
    record Source(WeightedDraws draws, int number) {
        double widening() {
            double groups = draws.effectiveGroups();
            return Math.sqrt(groups / (groups - 1)) * StudentT.twoSided(Interval.CONFIDENCE, groups - 1) / NORMAL;
        }
    }

    /** The distances of two samples of one draw or more, by the largest difference and by area. */
    Distance[] distances(Source first, Source second) {
        MergedSamples merged = new MergedSamples(first.draws, second.draws);
        double[] factor = new double[merged.groups];
        Arrays.fill(factor, 0, merged.firstGroups, 1);
        Arrays.fill(factor, merged.firstGroups, merged.groups, -1);
        MergedSamples.Size found = merged.size(factor);
        if (!(first.draws.effectiveGroups() > 1.5 && second.draws.effectiveGroups() > 1.5)) {
            return new Distance[] {
                new Distance(found.largest(), Interval.UNKNOWN, Double.NaN),
                new Distance(found.area(), Interval.UNKNOWN, Double.NaN)
            };
        }
        double[] largest = new double[resamples];
        double[] area = new double[resamples];
        double[] shares = merged.groupShares();
        double firstWidening = first.widening();
        double secondWidening = second.widening();
        for (int b = 0; b < resamples; b++) {
            factors(first.number, b, shares, 0, merged.firstGroups, firstWidening, factor);
            factors(second.number, b, shares, merged.firstGroups, merged.groups, -secondWidening, factor);
            MergedSamples.Size size = merged.size(factor);
            largest[b] = size.largest();
            area[b] = size.area();
        }
        return new Distance[] {distance(found.largest(), largest, 1), distance(found.area(), area, Double.MAX_VALUE)};
    }

    private Distance distance(double found, double[] deviations, double most) {
        Arrays.sort(deviations);
        // Of as many as these and one more, the share of the confidence is at or below it.
        int at = (int) Math.ceil(Interval.CONFIDENCE * (resamples + 1.0)) - 1;
        double q = deviations[Math.min(at, resamples - 1)];
        return new Distance(found, new Interval(Math.max(0, found - q), Math.min(most, found + q)), q);
    }

    /** Draws as many groups as there are, with replacement, and writes what each adds to D* - D_n. */
    private void factors(
            int source, int resample, double[] shares, int from, int to, double widening, double[] factor) {
        SplitMix64 random =
                new SplitMix64(SplitMix64.mix(SplitMix64.mix(seed) + source) ^ SplitMix64.mix(resample + 1L));
        double total = 0;
        // None but groups without draws can come out only where there are few groups.
        while (!(total > 0)) {
            Arrays.fill(factor, from, to, 0);
            for (int i = from; i < to; i++) {
                factor[from + random.nextInt(to - from)]++;
            }
            for (int g = from; g < to; g++) {
                total = Math.fma(factor[g], shares[g], total);
            }
        }
        for (int g = from; g < to; g++) {
            factor[g] = widening * (factor[g] / total - 1);
        }
    }
}
