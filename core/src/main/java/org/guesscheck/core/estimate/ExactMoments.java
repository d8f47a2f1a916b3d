package org.guesscheck.core.estimate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Mean and standard error of losses from exact sums, so that they have the same bits in whatever order the losses come and
 * however they are grouped. For one thread.
 *
 * <p>The sum of the losses and the sum of their squares are whole multiples of the least number of single precision and of its
 * square. They are kept in limbs of 32 bits, one to a long (Kulisch's accumulator; Kulisch, "Computer Arithmetic and
 * Validity", 2013), so that an addition carries nothing.
 */
public final class ExactMoments {
    private static final int LIMB = 32;
    private static final long LOW = 0xffffffffL;

    /** Exponent of the least number above 0 of single precision. */
    private static final int LEAST = -149;

    /** Additions, of less than 2^34 to a limb, after which limbs are carried. */
    private static final int UNCARRIED = 1 << 28;

    private static final MathContext DIGITS = new MathContext(40);

    private final long[] sum = new long[10];
    private final long[] squares = new long[19];
    private long count;
    private int uncarried;

    /** Starts with no losses. */
    public ExactMoments() {}

    /**
     * Adds a loss.
     *
     * @param loss a finite number not below 0; its sign is dropped
     */
    public void add(float loss) {
        int bits = Float.floatToRawIntBits(loss);
        int exponent = bits >>> 23 & 0xff;
        long mantissa = exponent == 0 ? bits & 0x7fffff : bits & 0x7fffff | 0x800000;
        int shift = Math.max(exponent, 1) - 1;
        long once = mantissa << shift % LIMB;
        sum[shift / LIMB] += once & LOW;
        sum[shift / LIMB + 1] += once >>> LIMB;
        long square = mantissa * mantissa;
        int twice = 2 * shift;
        int limb = twice / LIMB;
        long low = (square & LOW) << twice % LIMB;
        long high = (square >>> LIMB) << twice % LIMB;
        squares[limb] += low & LOW;
        squares[limb + 1] += (low >>> LIMB) + (high & LOW);
        squares[limb + 2] += high >>> LIMB;
        count++;
        if (++uncarried == UNCARRIED) {
            carry();
        }
    }

    /**
     * Adds the losses of others.
     *
     * @param other their moments
     */
    public void add(ExactMoments other) {
        carry();
        other.carry();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.sum[i];
        }
        for (int i = 0; i < squares.length; i++) {
            squares[i] += other.squares[i];
        }
        count += other.count;
        uncarried = 1;
    }

    private void carry() {
        carry(sum);
        carry(squares);
        uncarried = 0;
    }

    private static void carry(long[] limbs) {
        for (int i = 0; i < limbs.length - 1; i++) {
            limbs[i + 1] += limbs[i] >>> LIMB;
            limbs[i] &= LOW;
        }
    }

    /** Forgets all losses. */
    public void clear() {
        Arrays.fill(sum, 0);
        Arrays.fill(squares, 0);
        count = 0;
        uncarried = 0;
    }

    /**
     * The count of losses.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * The sum of the losses.
     *
     * @return in units of 2^-149
     */
    public BigInteger sum() {
        return whole(sum);
    }

    /**
     * The sum of the losses' squares.
     *
     * @return in units of 2^-298
     */
    public BigInteger squares() {
        return whole(squares);
    }

    private static BigInteger whole(long[] limbs) {
        BigInteger whole = BigInteger.ZERO;
        for (int i = limbs.length - 1; i >= 0; i--) {
            whole = whole.shiftLeft(LIMB).add(BigInteger.valueOf(limbs[i]));
        }
        return whole;
    }

    /**
     * The moments of sums.
     *
     * @param count of the losses
     * @param sum in units of 2^-149, not below 0
     * @param squares in units of 2^-298, not below 0
     * @return moments that can be added to
     * @throws IllegalArgumentException if a sum is below 0, or larger than that of any losses
     */
    public static ExactMoments of(long count, BigInteger sum, BigInteger squares) {
        ExactMoments moments = new ExactMoments();
        moments.count = count;
        limbs(sum, moments.sum);
        limbs(squares, moments.squares);
        return moments;
    }

    private static void limbs(BigInteger whole, long[] limbs) {
        if (whole.signum() < 0 || whole.bitLength() >= LIMB * limbs.length) {
            throw new IllegalArgumentException("sum: " + whole + "; a sum of losses is needed");
        }
        for (int i = 0; i < limbs.length; i++) {
            limbs[i] = whole.shiftRight(LIMB * i).longValue() & LOW;
        }
    }

    /**
     * The mean of the losses.
     *
     * @return the mean; NaN if there are none
     */
    public double mean() {
        return count == 0 ? Double.NaN : ratio(sum(), BigInteger.valueOf(count).shiftLeft(-LEAST));
    }

    /**
     * The standard error of the mean.
     *
     * @return sample standard deviation over the square root of the count; NaN for fewer than two losses
     */
    public double standardError() {
        if (count < 2) {
            return Double.NaN;
        }
        BigInteger n = BigInteger.valueOf(count);
        BigInteger total = sum();
        BigInteger spread = squares().multiply(n).subtract(total.multiply(total));
        BigInteger divisor = n.multiply(n).multiply(n.subtract(BigInteger.ONE)).shiftLeft(-2 * LEAST);
        return Math.sqrt(ratio(spread, divisor));
    }

    private static double ratio(BigInteger a, BigInteger b) {
        return new BigDecimal(a).divide(new BigDecimal(b), DIGITS).doubleValue();
    }
}
