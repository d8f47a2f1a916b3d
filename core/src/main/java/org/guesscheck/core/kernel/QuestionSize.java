package org.guesscheck.core.kernel;

import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;

/** What sizes of problems networks are drawn for; asked before any work and any large array. */
final class QuestionSize {
    /** The longest array that every JVM can make. */
    private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

    /** Share of the Java heap that the measurements may take while they are prepared. */
    private static final double HEAP_SHARE = 0.75;

    private QuestionSize() {}

    /** Refuses measurements that are too large when they are written out as matrices. */
    static void require(Problem problem) {
        long train = numbers(problem, "train", problem.train());
        long test = numbers(problem, "test", problem.test());
        // Both in single precision, and the rotated training measurements with their columns and copies in double
        // precision.
        long bytes = Float.BYTES * (train + test) + 4L * Double.BYTES * train;
        long most = (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory());
        if (bytes > most) {
            throw new IllegalArgumentException("rows and cols: " + problem.rows() + " x " + problem.cols() + " with "
                    + problem.train().count() + " training and "
                    + problem.test().count()
                    + " test measurements needs " + (bytes >> 20) + " MiB of memory to draw networks for; "
                    + (most >> 20) + " MiB are allowed with this heap: a smaller problem or a larger heap (-Xmx) is"
                    + " needed");
        }
    }

    private static long numbers(Problem problem, String name, Measurements measurements) {
        long numbers = (long) measurements.count() * measurements.length();
        if (numbers > MOST_NUMBERS) {
            throw new IllegalArgumentException(name + ".measurements: " + measurements.count() + " of "
                    + problem.rows() + " x " + problem.cols() + " entries are " + numbers + " numbers; at most "
                    + MOST_NUMBERS + " are allowed where networks are drawn, more for gradient descent with observed"
                    + " entries");
        }
        return numbers;
    }
}
