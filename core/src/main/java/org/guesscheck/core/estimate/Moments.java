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
     * Takes in the numbers of another (Chan, Golub and LeVeque 1979).
     *
     * @param other numbers that come after these
     */
    public void add(Moments other) {
        if (other.count == 0) {
            return;
        }
        double delta = other.mean - mean;
        double all = (double) count + other.count;
        squares += other.squares + delta * delta * (count * (double) other.count / all);
        mean += delta * (other.count / all);
        count += other.count;
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
