package org.guesscheck.gnc.options;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.work.Interruptible;
import picocli.CommandLine.Option;

/** The options of a generated problem. */
public final class GeneratedProblemOptions {
    /** Seconds that test directions take, over the cube of the number of entries; a rough figure. */
    private static final double SECONDS_BY_CUBE = 1.2e-10;

    /** A shorter wait needs no announcement. */
    private static final double SECONDS_UNSAID = 20;

    @Option(names = "--rows", paramLabel = "N", description = "Rows of the ground truth (5).")
    private Integer rows;

    @Option(names = "--cols", paramLabel = "N", description = "Columns of the ground truth (5).")
    private Integer cols;

    @Option(names = "--rank", paramLabel = "N", description = "Rank of the ground truth (1).")
    private Integer rank;

    @Option(names = "--measurements", paramLabel = "N", description = "Training measurements (15).")
    private Integer measurements;

    @Option(names = "--completion", description = "Measure single entries of the ground truth.")
    private boolean completion;

    @Option(names = "--problem-seed", paramLabel = "SEED", description = "Seed of the problem (1).")
    private Long seed;

    /** Whether any of them is there. */
    boolean given() {
        return rows != null || cols != null || rank != null || measurements != null || completion || seed != null;
    }

    /**
     * Makes the problem.
     *
     * @param stop asked often; true stops the work
     */
    public Problem problem(BooleanSupplier stop) {
        int m = or(rows, 5);
        int n = or(cols, 5);
        int r = or(rank, 1);
        int count = or(measurements, 15);
        long s = Optional.ofNullable(seed).orElse(1L);
        announce(m, n);
        return Interruptible.call(
                stop, () -> completion ? Problem.completion(m, n, r, count, s) : Problem.sensing(m, n, r, count, s));
    }

    /** Announces test directions that take long. */
    private void announce(int m, int n) {
        double entries = (double) m * n;
        double seconds = SECONDS_BY_CUBE * entries * entries * entries;
        if (!completion && entries <= Problem.MOST_COMPLEMENTED && seconds > SECONDS_UNSAID) {
            System.err.printf(
                    Locale.ROOT,
                    "note: the test directions of %d x %d take about %.0f s on one core; Ctrl-C stops%n",
                    m,
                    n,
                    seconds);
        }
    }

    private static int or(Integer value, int other) {
        return value == null ? other : value;
    }
}
