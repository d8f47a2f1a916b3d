package org.guesscheck.core.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.WeightedDraws;

/** Mean and quantiles of a weighted sample; the error is that of a ratio of sums over independent groups (delta method). */
final class LossSummary {
    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private LossSummary() {}

    /** The summary; empty without draws. */
    static Optional<GeneralizationLoss> of(WeightedDraws draws) {
        if (draws.count() == 0) {
            return Optional.empty();
        }
        double total = 0;
        double sum = 0;
        for (int i = 0; i < draws.count(); i++) {
            total += draws.weights()[i];
            sum += draws.weights()[i] * draws.losses()[i];
        }
        double mean = sum / total;
        double error = standardError(draws, mean, total);
        double groups = draws.effectiveGroups();
        Interval interval = Double.isNaN(error)
                ? Interval.UNKNOWN
                : Interval.ofSkewed(mean, error, Math.max(1, groups - 1), Double.NaN);
        return Optional.of(new GeneralizationLoss(mean, error, interval, quantiles(draws)));
    }

    private static double standardError(WeightedDraws draws, double mean, double total) {
        double[] influence = new double[draws.groupCount()];
        boolean[] present = new boolean[draws.groupCount()];
        for (int i = 0; i < draws.count(); i++) {
            influence[draws.groups()[i]] += draws.weights()[i] * (draws.losses()[i] - mean) / total;
            present[draws.groups()[i]] = true;
        }
        double squares = 0;
        int groups = 0;
        for (int g = 0; g < influence.length; g++) {
            squares += influence[g] * influence[g];
            groups += present[g] ? 1 : 0;
        }
        return groups < 2 ? Double.NaN : Math.sqrt(squares * groups / (groups - 1.0));
    }

    private static SortedMap<Double, Double> quantiles(WeightedDraws draws) {
        double[] found = quantiles(draws, PROBABILITIES);
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        for (int i = 0; i < PROBABILITIES.length; i++) {
            quantiles.put(PROBABILITIES[i], found[i]);
        }
        return quantiles;
    }

    /** The least losses at or below which there are at least the given shares of the weight, which rise; of one draw or more. */
    static double[] quantiles(WeightedDraws draws, double... probabilities) {
        int[] order = IntStream.range(0, draws.count())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> draws.losses()[i]))
                .mapToInt(i -> i)
                .toArray();
        double total = Arrays.stream(draws.weights()).sum();
        double[] quantiles = new double[probabilities.length];
        double below = 0;
        int next = 0;
        for (int k = 0; k < order.length; k++) {
            below += draws.weights()[order[k]];
            while (next < probabilities.length && (below >= probabilities[next] * total || k == order.length - 1)) {
                quantiles[next++] = draws.losses()[order[k]];
            }
        }
        return quantiles;
    }
}
