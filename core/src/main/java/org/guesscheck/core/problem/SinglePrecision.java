package org.guesscheck.core.problem;

/**
 * The limits of a problem's numbers. Losses are sums of squares in single precision, whose largest number is 3.4e38. The limits
 * leave the loss of a network with weights of usual size finite.
 */
final class SinglePrecision {
    /** The largest magnitude of one number. */
    private static final double LARGEST = 1e18;

    /** The largest sum of squares. */
    private static final double LARGEST_SQUARES = 1e38;

    private SinglePrecision() {}

    /**
     * Refuses a number that is not finite or too large.
     *
     * @param values numbers
     * @param name name of the field in messages
     * @return the sum of their squares
     */
    static double requireNumbers(double[] values, String name) {
        double squares = 0;
        for (int e = 0; e < values.length; e++) {
            if (!Double.isFinite(values[e])) {
                throw new IllegalArgumentException(name + "[" + e + "]: " + values[e] + " is not a finite number");
            }
            if (Math.abs(values[e]) > LARGEST) {
                throw new IllegalArgumentException(name + "[" + e + "]: " + values[e]
                        + "; -1e18 to 1e18 is allowed, since squared errors are computed in single precision");
            }
            squares += values[e] * values[e];
        }
        return squares;
    }

    /** Refuses numbers whose sum of squares is too large. */
    static void requireSquares(double squares, String name) {
        if (squares > LARGEST_SQUARES) {
            throw new IllegalArgumentException(name + ": their squares add up to " + squares
                    + "; at most 1e38 is allowed, since squared errors are computed in single precision");
        }
    }
}
