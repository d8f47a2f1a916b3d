package org.guesscheck.core.estimate;

/** Mean and variance of numbers as they come (Welford 1962); a function of their order. For one thread. */
public final class Moments {
    private long count;
    private double mean;
    private double squares;

    /** Starts with no numbers. */
    public Moments() {}

    /**
     * Takes in a number.
     *
     * @param value a finite number
     */
    public void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
    }

    /**
     * How many numbers came.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * Their mean.
     *
     * @return the mean; NaN when there is none
     */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /**
     * The standard error of their mean.
     *
     * @return sample standard deviation over the square root of the count; NaN below two numbers
     */
    public double standardError() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1.0) / count);
    }
}
