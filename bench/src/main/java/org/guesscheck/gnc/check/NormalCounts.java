package org.guesscheck.gnc.check;

import java.util.stream.IntStream;

/**
 * Counts of normal numbers: sums of their powers, bins of 1/64, and tails.
 *
 * <p>Numbers are counted by sign, exponent and 8 bits of their mantissa, which is one shift each. Such a bin lies in one bin
 * of 1/64 up to 8, and the limits of the tails are limits of bins, so nothing is lost.
 */
final class NormalCounts {
    /** The limits beyond which numbers are counted. */
    static final double[] TAILS = {3, 4, 4.5, 5, 5.5, 5.75, 6};

    private static final int BINS_PER_UNIT = 64;
    private static final int RANGE = 7;

    /** How many bins of 1/64 there are, from -7 to 7. */
    static final int BINS = 2 * RANGE * BINS_PER_UNIT;

    /** Bits of a float that do not tell its bin. */
    private static final int DROPPED = 15;

    private static final int KEYS = 1 << (Float.SIZE - DROPPED);

    /** Numbers after which the counts of 31 bits are emptied. */
    private static final int MOST_COUNTED = 1 << 30;

    private final double[] powers = new double[4];
    private final int[] counts = new int[KEYS];
    private final long[] bins = new long[BINS];
    private final long[][] tails = new long[2][TAILS.length];
    private int counted;

    /** Adds an even number of normals, far fewer than 2^30: those of an array from an index on. */
    void add(float[] normals, int from) {
        for (int i = from; i < normals.length; i++) {
            counts[Float.floatToRawIntBits(normals[i]) >>> DROPPED]++;
        }
        sum(normals, from);
        counted += normals.length - from;
        if (counted >= MOST_COUNTED) {
            sort();
        }
    }

    /** Two sums of every power, so that an addition need not wait for the one before it. */
    private void sum(float[] normals, int from) {
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        double b4 = 0;
        for (int i = from; i < normals.length; i += 2) {
            double a = normals[i];
            double b = normals[i + 1];
            double aa = a * a;
            double bb = b * b;
            a1 += a;
            b1 += b;
            a2 += aa;
            b2 += bb;
            a3 = Math.fma(aa, a, a3);
            b3 = Math.fma(bb, b, b3);
            a4 = Math.fma(aa, aa, a4);
            b4 = Math.fma(bb, bb, b4);
        }
        powers[0] += a1 + b1;
        powers[1] += a2 + b2;
        powers[2] += a3 + b3;
        powers[3] += a4 + b4;
    }

    /** Empties the counts into bins and tails, which are right only afterwards. */
    void sort() {
        counted = 0;
        for (int key = 0; key < KEYS; key++) {
            int count = counts[key];
            counts[key] = 0;
            if (count > 0) {
                boolean negative = key >= KEYS / 2;
                float least = Math.abs(Float.intBitsToFloat(key << DROPPED));
                // NaN and numbers beyond the range end in the last bin, whose expected count is far below 1.
                int bin = least < RANGE ? (int) (least * BINS_PER_UNIT) : RANGE * BINS_PER_UNIT - 1;
                bins[RANGE * BINS_PER_UNIT + (negative ? -1 - bin : bin)] += count;
                for (int t = 0; t < TAILS.length; t++) {
                    tails[negative ? 1 : 0][t] += least >= TAILS[t] ? count : 0;
                }
            }
        }
    }

    /** Adds the counts of another and returns this. */
    NormalCounts merge(NormalCounts other) {
        IntStream.range(0, powers.length).forEach(i -> powers[i] += other.powers[i]);
        IntStream.range(0, bins.length).forEach(i -> bins[i] += other.bins[i]);
        for (int side = 0; side < 2; side++) {
            for (int t = 0; t < TAILS.length; t++) {
                tails[side][t] += other.tails[side][t];
            }
        }
        return this;
    }

    /** How many numbers there are. */
    long total() {
        return IntStream.range(0, bins.length).mapToLong(i -> bins[i]).sum();
    }

    /** The sum of a power, 1 to 4, of all numbers. */
    double power(int exponent) {
        return powers[exponent - 1];
    }

    /** The lower limit of a bin. */
    static double low(int bin) {
        return (double) bin / BINS_PER_UNIT - RANGE;
    }

    /** How many numbers are in a bin. */
    long bin(int bin) {
        return bins[bin];
    }

    /** How many numbers are above a limit of {@link #TAILS}. */
    long above(int limit) {
        return tails[0][limit];
    }

    /** How many numbers are below the same limit with the other sign. */
    long below(int limit) {
        return tails[1][limit];
    }
}
