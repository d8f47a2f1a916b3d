package org.guesscheck.bench.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.guesscheck.bench.json.InputException;
import org.guesscheck.bench.json.ProblemJson;
import org.guesscheck.core.problem.Problem;
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

    Problem problem() {
        if (file == null) {
            return generator.problem();
        }
        if (generator.given()) {
            throw new InputException("--problem " + file
                    + ": --rows, --cols, --rank, --measurements, --completion and --problem-seed are not"
                    + " allowed with it");
        }
        return ProblemJson.read(file);
    }

    /** The options of a generated problem. */
    static final class GeneratorOptions {
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

        Problem problem() {
            int m = or(rows, 5);
            int n = or(cols, 5);
            int r = or(rank, 1);
            int count = or(measurements, 15);
            long s = Optional.ofNullable(seed).orElse(1L);
            return completion ? Problem.completion(m, n, r, count, s) : Problem.sensing(m, n, r, count, s);
        }

        private static int or(Integer value, int other) {
            return value == null ? other : value;
        }
    }
}
