package org.guesscheck.core.estimate;

import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/**
 * Mean, variance and skewness of a stream of numbers (Welford 1962, Pebay 2008). The last bits depend on the order of the numbers. For one thread.
 */
public final class Moments {
    private long count;
    private double mean;
    private double squares;
    private double cubes;

    /** Starts with no numbers. */
    public Moments() {}

    /**
     * Adds a number.
     *
     * @param value a finite number
     */
    public void add(double value) {
        count++;
        double delta = value - mean;
        double step = delta / count;
        cubes += step * (delta * step * (count - 1.0) * (count - 2.0) - 3 * squares);
        mean += step;
        squares += delta * (value - mean);
    }

    /**
     * Adds the numbers of other moments (Chan, Golub and LeVeque 1979).
     *
     * @param other moments of the numbers that follow
     */
    public void add(Moments other) {
        if (other.count == 0) {
            return;
        }
        double delta = other.mean - mean;
        double all = (double) count + other.count;
        double step = delta / all;
        cubes += other.cubes
                + delta * step * step * count * (double) other.count * ((double) count - other.count)
                + 3 * step * (count * other.squares - other.count * squares);
        squares += other.squares + delta * delta * (count * (double) other.count / all);
        mean += delta * (other.count / all);
        count += other.count;
    }

    /**
     * Writes them.
     *
     * @param out gets the bytes
     */
    public void write(PartOutput out) {
        out.putCount(count).putDouble(mean).putDouble(squares).putDouble(cubes);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param in at its beginning
     * @return the same moments
     */
    public static Moments read(PartInput in) {
        Moments moments = new Moments();
        moments.count = in.nextCount();
        moments.mean = in.nextDouble();
        moments.squares = in.nextDouble();
        moments.cubes = in.nextDouble();
        return moments;
    }

    /**
     * The count of numbers.
     *
     * @return 0 or more
     */
    public long count() {
        return count;
    }

    /**
     * The mean of the numbers.
     *
     * @return the mean; NaN if there are no numbers
     */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /**
     * The standard error of the mean.
     *
     * @return sample standard deviation over the square root of the count; NaN for fewer than two numbers
     */
    public double standardError() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1.0) / count);
    }

    /**
     * The skewness of the numbers.
     *
     * @return third central moment over the cube of the standard deviation, both of the sample; NaN if all numbers are equal
     */
    public double skewness() {
        return cubes / count / Math.pow(squares / count, 1.5);
    }
}
