package org.guesscheck.core.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.guesscheck.core.posterior.WeightedDraws;

/**
 * Two weighted samples in the order of their losses, for sums over them in that order. Groups are numbered through: those of the second
 * sample after those of the first.
 */
final class MergedSamples {
    private final double[] share;
    private final int[] group;

    /** From each loss to the next: 0 between equal losses, above 0 after the last. */
    private final double[] gap;

    final int firstGroups;
    final int groups;

    /** Merges samples of one draw or more each. */
    MergedSamples(WeightedDraws first, WeightedDraws second) {
        firstGroups = first.groupCount();
        groups = first.groupCount() + second.groupCount();
        List<Point> points = new ArrayList<>(first.count() + second.count());
        add(points, first, 0);
        add(points, second, firstGroups);
        points.sort(Comparator.comparingDouble(Point::loss));
        int count = points.size();
        share = new double[count];
        group = new int[count];
        gap = new double[count];
        for (int i = 0; i < count; i++) {
            share[i] = points.get(i).share;
            group[i] = points.get(i).group;
            gap[i] = i + 1 < count ? points.get(i + 1).loss - points.get(i).loss : 1;
        }
    }

    private record Point(double loss, double share, int group) {}

    private static void add(List<Point> points, WeightedDraws draws, int offset) {
        double total = 0;
        for (double weight : draws.weights()) {
            total += weight;
        }
        for (int i = 0; i < draws.count(); i++) {
            points.add(new Point(draws.losses()[i], draws.weights()[i] / total, offset + draws.groups()[i]));
        }
    }

    /** The shares of the samples' weight that their groups have. */
    double[] groupShares() {
        double[] shares = new double[groups];
        for (int i = 0; i < share.length; i++) {
            shares[group[i]] += share[i];
        }
        return shares;
    }

    /**
     * The largest absolute value, and the area under the absolute value, of a step function of the loss: of the sum of the shares up to
     * that loss, each times a factor of its group. Where all losses are equal the sum of all draws is 0 but for rounding.
     *
     * @param factor one for each group
     */
    Size size(double[] factor) {
        double sum = 0;
        double largest = 0;
        double area = 0;
        for (int i = 0; i < share.length; i++) {
            sum = Math.fma(share[i], factor[group[i]], sum);
            // Between equal losses the function has no value, and after the last it is 0.
            if (gap[i] > 0 && i + 1 < share.length) {
                double height = Math.abs(sum);
                largest = Math.max(largest, height);
                area = Math.fma(height, gap[i], area);
            }
        }
        return new Size(largest, area);
    }

    /**
     * The size of a step function.
     *
     * @param largest its largest absolute value
     * @param area the integral of its absolute value
     */
    record Size(double largest, double area) {}
}
