package org.guesscheck.core.sampler.splitting;

import java.util.Arrays;

/**
 * The importance weights of a replica's particles, and how many copies each survivor of a level gets.
 *
 * <p>Where few particles carry the mean of the generalization loss, copies in equal numbers lose them: each level kills about
 * half, whatever their loss, and a small mode performs a random walk that ends at zero. So a survivor of weight w and loss L gets
 * copies in proportion to w (1 - t + t L / mean L), a mixture of two importance functions (Hesterberg 1995): a share t of the
 * particles is allotted by their part of the mean. Weights undo it: a survivor's weight is divided by its expected number of
 * copies, so that sums of weights stay unbiased. The share t is 0.9 of what the losses' scatter has of their mean square, hence
 * small where losses are alike and 0.9 where a rare mode carries the mean.
 */
final class ParticleWeights {
    /** The largest share of the particles that is allotted by their losses. */
    private static final double MOST_TILTED = 0.9;

    private final double[] weight;

    ParticleWeights(int particles) {
        weight = new double[particles];
        makeEqual();
    }

    void makeEqual() {
        Arrays.fill(weight, 1);
    }

    double of(int slot) {
        return weight[slot];
    }

    /** The sum of all weights over their number: 1 on average. */
    double mean() {
        double sum = 0;
        for (double w : weight) {
            sum += w;
        }
        return sum / weight.length;
    }

    /** The sum of w L, over the number of particles. */
    double meanOf(float[] loss) {
        double sum = 0;
        for (int slot = 0; slot < weight.length; slot++) {
            sum += weight[slot] * loss[slot];
        }
        return sum / weight.length;
    }

    /** The variance of weighted losses over their squared mean; 0 if all are 0. */
    double variationOf(float[] loss) {
        double total = 0;
        double sum = 0;
        double squares = 0;
        for (int slot = 0; slot < weight.length; slot++) {
            total += weight[slot];
            sum += weight[slot] * loss[slot];
            squares += weight[slot] * loss[slot] * loss[slot];
        }
        return sum > 0 ? Math.max(0, total * squares / (sum * sum) - 1) : 0;
    }

    double[] copy() {
        return weight.clone();
    }

    /**
     * Sets how many copies each survivor gets, itself included, and the weight of each copy in the survivor's slot: systematic
     * resampling (Kitagawa 1996) in the order of the survivors.
     *
     * @param survivors the slots of the survivors, in random order
     * @param alive how many there are
     * @param loss the generalization losses of all slots
     * @param uniform a uniform random number from 0 to below 1
     * @param copies is filled, one element for each survivor; the sum is the number of particles
     */
    void allot(int[] survivors, int alive, float[] loss, double uniform, int[] copies) {
        double total = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < alive; i++) {
            double w = weight[survivors[i]];
            double l = loss[survivors[i]];
            total += w;
            sum += w * l;
            squares += w * l * l;
        }
        // Losses that no single-precision number holds are infinite; the estimate is doubted then, and copies are not
        // tilted.
        double tilt = sum > 0 && Double.isFinite(squares)
                ? MOST_TILTED * (1 - Math.min(1, sum * sum / (squares * total)))
                : 0;
        int particles = weight.length;
        double reached = 0;
        int made = 0;
        for (int i = 0; i < alive; i++) {
            double share = weight[survivors[i]] / total;
            double copied = tilt == 0 ? share : share * (1 - tilt + tilt * total * loss[survivors[i]] / sum);
            weight[survivors[i]] = share / copied;
            reached += particles * copied;
            // The last survivor takes all that rounding left.
            int until = i == alive - 1 ? particles : Math.clamp((long) Math.ceil(reached - uniform), made, particles);
            copies[i] = until - made;
            made = until;
        }
    }

    /** Gives a slot the weight of another. */
    void copy(int slot, int target) {
        weight[target] = weight[slot];
    }
}
