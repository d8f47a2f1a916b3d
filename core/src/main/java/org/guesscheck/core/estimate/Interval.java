package org.guesscheck.core.estimate;

/**
 * A confidence interval.
 *
 * @param low lower end; NaN where it is unknown
 * @param high upper end; NaN where it is unknown
 */
public record Interval(double low, double high) {
    /** The confidence of every interval that the samplers report. */
    public static final double CONFIDENCE = 0.95;

    /** Skewness of an estimate up to which its transformation means anything at Student's t of some ten numbers. */
    private static final double LARGEST_SKEWNESS = 0.4;

    /** The interval of an estimate whose error is not known. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /**
     * Whether both ends are known.
     *
     * @return false if one is NaN or infinite
     */
    public boolean known() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /**
     * Its width.
     *
     * @return upper end less lower end; NaN where one is unknown
     */
    public double width() {
        return high - low;
    }

    /**
     * Whether some number lies in both intervals.
     *
     * @param other another interval
     * @return false also where an end is unknown
     */
    public boolean meets(Interval other) {
        return low <= other.high && other.low <= high;
    }

    /**
     * Whether a number lies in it.
     *
     * @param value a number
     * @return true at the ends too; false where an end is unknown
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /**
     * The exact interval of a binomial probability (Clopper and Pearson 1934), whose tail probabilities are right to 1e-6 for
     * up to 2^40 draws.
     *
     * @param accepted how many draws were accepted, 0 to drawn
     * @param drawn how many draws there were, at least 1
     * @return the interval at {@link #CONFIDENCE}; with none accepted, 0 to 3 / drawn, the rule of three
     * @throws IllegalArgumentException if a count is out of range
     */
    public static Interval ofProbability(long accepted, long drawn) {
        if (drawn < 1 || accepted < 0 || accepted > drawn) {
            throw new IllegalArgumentException(
                    "accepted " + accepted + " of " + drawn + ": 0 to drawn is allowed, and at least one draw");
        }
        if (accepted == 0) {
            return new Interval(0, Math.min(1, 3.0 / drawn));
        }
        double tail = (1 - CONFIDENCE) / 2;
        double low = IncompleteBeta.inverse(tail, accepted, drawn - accepted + 1.0);
        double high = accepted == drawn ? 1 : IncompleteBeta.inverse(1 - tail, accepted + 1.0, drawn - accepted);
        return new Interval(low, high);
    }

    /**
     * The interval of a mean by Student's t distribution (Student 1908).
     *
     * @param mean sample mean
     * @param standardError its standard error, 0 or more
     * @param count sample size, at least 2
     * @return the interval at {@link #CONFIDENCE}
     */
    public static Interval ofMean(double mean, double standardError, long count) {
        double half = StudentT.twoSided(CONFIDENCE, count - 1.0) * standardError;
        return new Interval(mean - half, mean + half);
    }

    /**
     * The interval of an estimate whose law is skewed: Student's t is transformed by the cubic polynomial that removes the first
     * order of the skewness (Hall 1992, "On the removal of skewness by transformation"). It reaches farther to the side of the
     * longer tail, at most some 4 standard errors; without skewness it is Student's.
     *
     * @param estimate the estimate of a quantity that is not below 0
     * @param standardError its standard error, 0 or more
     * @param degreesOfFreedom of the standard error, above 0
     * @param skewness the third central moment of the estimate over the cube of its standard error; for a mean of n numbers theirs
     *     over the square root of n; not finite where it is not known
     * @return the interval at {@link #CONFIDENCE}, from 0 on
     */
    public static Interval ofSkewed(double estimate, double standardError, double degreesOfFreedom, double skewness) {
        double t = StudentT.twoSided(CONFIDENCE, degreesOfFreedom);
        double known = Double.isFinite(skewness) ? Math.clamp(skewness, -LARGEST_SKEWNESS, LARGEST_SKEWNESS) : 0;
        return new Interval(
                Math.max(0, estimate - standardError * untransformed(t, known)),
                Math.max(0, estimate - standardError * untransformed(-t, known)));
    }

    private static double untransformed(double t, double skewness) {
        // The difference of the cube root from 1 loses all digits where the skewness is next to 0.
        if (Math.abs(skewness) < 1e-6) {
            return t;
        }
        return 3 / skewness * (StrictMath.cbrt(1 + skewness * (t - skewness / 6)) - 1);
    }
}
