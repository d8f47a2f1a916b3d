package org.guesscheck.gnc.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.json.ProblemJson;
import org.guesscheck.gnc.sweep.Interruptible;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the problem comes from: a file, or the generator. */
final class ProblemOptions {
    @Option(
            names = "--problem",
            paramLabel = "FILE",
            description = "A problem file (- for standard input), instead of a generated problem.")
    Path file;

    @Mixin
    GeneratorOptions generator;

    /** Reads or makes the problem, until it is told to stop. */
    Problem problem(BooleanSupplier stop) {
        if (file == null) {
            return generator.problem(stop);
        }
        if (generator.given()) {
            throw new InputException("--problem " + file
                    + ": --rows, --cols, --rank, --measurements, --completion and --problem-seed are not"
                    + " allowed with it");
        }
        return Interruptible.call(stop, () -> ProblemJson.read(file));
    }

    /** The options of a generated problem. */
    static final class GeneratorOptions {
        /** Seconds that test directions take, by the cube of the entries: rough. */
        private static final double SECONDS_BY_CUBE = 1.2e-10;

        /** Seconds that nobody needs to be told of. */
        private static final double SECONDS_UNSAID = 20;

        @Option(names = "--rows", paramLabel = "N", description = "Rows of the ground truth (5).")
        Integer rows;

        @Option(names = "--cols", paramLabel = "N", description = "Columns of the ground truth (5).")
        Integer cols;

        @Option(names = "--rank", paramLabel = "N", description = "Rank of the ground truth (1).")
        Integer rank;

        @Option(names = "--measurements", paramLabel = "N", description = "Training measurements (15).")
        Integer measurements;

        @Option(names = "--completion", description = "Measure single entries.")
        boolean completion;

        @Option(names = "--problem-seed", paramLabel = "SEED", description = "Seed of the problem (1).")
        Long seed;

        boolean given() {
            return rows != null || cols != null || rank != null || measurements != null || completion || seed != null;
        }

        /** Makes the problem, until it is told to stop. */
        Problem problem(BooleanSupplier stop) {
            int m = or(rows, 5);
            int n = or(cols, 5);
            int r = or(rank, 1);
            int count = or(measurements, 15);
            long s = Optional.ofNullable(seed).orElse(1L);
            announce(m, n);
            return Interruptible.call(
                    stop,
                    () -> completion ? Problem.completion(m, n, r, count, s) : Problem.sensing(m, n, r, count, s));
        }

        /** Says that test directions take long, where they do. */
        private void announce(int m, int n) {
            double entries = (double) m * n;
            double seconds = SECONDS_BY_CUBE * entries * entries * entries;
            if (!completion && entries <= Problem.MOST_COMPLEMENTED && seconds > SECONDS_UNSAID) {
                System.err.printf(
                        Locale.ROOT,
                        "note: the test directions of %d x %d take some %.0f s of a core; Ctrl-C stops%n",
                        m,
                        n,
                        seconds);
            }
        }

        private static int or(Integer value, int other) {
            return value == null ? other : value;
        }
    }
}
