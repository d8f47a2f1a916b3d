package org.guesscheck.core.sampler.splitting;

import java.util.Arrays;

/**
 * The importance weights of a replica's particles, and how many copies each survivor of a level gets.
 *
 * <p>Where few particles carry the mean of the generalization loss, copies in equal numbers lose them: each level kills about
 * half, whatever their loss, and what is left of a small mode is a random walk that ends at zero. There, copies are made in
 * proportion to w (1 + L / mean L) / 2, with L the generalization loss, and the weights w undo it: so half of the particles are
 * allotted by weight and half by their part of the mean (a mixture of importance functions, Hesterberg 1995). Elsewhere all
 * weights are 1. Sums of weights stay unbiased, since a survivor's weight is divided by its expected number of copies.
 */
final class ParticleWeights {
    /**
     * The mean square of the generalization loss over the square of its mean from which on copies are tilted. It is 2 for an
     * exponential law and 3 for a square of a normal.
     */
    private static final double HEAVY = 4;

    private final double[] weight;
    private final double[] expected;
    private boolean equal = true;

    ParticleWeights(int particles) {
        weight = new double[particles];
        expected = new double[particles];
        makeEqual();
    }

    void makeEqual() {
        Arrays.fill(weight, 1);
        equal = true;
    }

    /** Whether all weights are 1. */
    boolean equal() {
        return equal;
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

    /** A copy of all weights; empty if all are 1. */
    double[] copy() {
        return equal ? new double[0] : weight.clone();
    }

    /**
     * Whether survivors are to get copies by their weights and losses, not in equal numbers.
     *
     * @param survivors the slots of the survivors
     * @param alive how many there are
     * @param loss the generalization losses of all slots
     */
    boolean unequalCopies(int[] survivors, int alive, float[] loss) {
        return !equal || heavy(survivors, alive, loss);
    }

    private boolean heavy(int[] survivors, int alive, float[] loss) {
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
        return squares * total >= HEAVY * sum * sum && sum > 0 && Double.isFinite(squares);
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
        for (int i = 0; i < alive; i++) {
            total += weight[survivors[i]];
            sum += weight[survivors[i]] * loss[survivors[i]];
        }
        boolean tilted = heavy(survivors, alive, loss);
        int particles = weight.length;
        for (int i = 0; i < alive; i++) {
            double w = weight[survivors[i]];
            double share = w / total;
            double copied = tilted ? 0.5 * share + 0.5 * w * loss[survivors[i]] / sum : share;
            expected[i] = particles * copied;
            weight[survivors[i]] = tilted ? share / copied : 1;
        }
        equal = !tilted;
        double reached = 0;
        int made = 0;
        for (int i = 0; i < alive; i++) {
            reached += expected[i];
            // The last one takes all that rounding left.
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
