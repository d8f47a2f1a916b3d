package org.guesscheck.gnc.config;

import org.guesscheck.core.problem.Problem;

/**
 * How the problems of a sweep are made.
 *
 * @param rows rows of the ground truth
 * @param cols columns of the ground truth
 * @param rank rank of the ground truth
 * @param completion whether single entries are measured
 * @param measurements how many training measurements
 */
public record ProblemRecipe(int rows, int cols, int rank, boolean completion, int measurements) {
    /** The problem of a seed. */
    public Problem problem(long seed) {
        return completion
                ? Problem.completion(rows, cols, rank, measurements, seed)
                : Problem.sensing(rows, cols, rank, measurements, seed);
    }

    /** The same for square matrices of a size. */
    ProblemRecipe size(int size) {
        return new ProblemRecipe(size, size, rank, completion, measurements);
    }

    ProblemRecipe rank(int value) {
        return new ProblemRecipe(rows, cols, value, completion, measurements);
    }

    ProblemRecipe completion(boolean value) {
        return new ProblemRecipe(rows, cols, rank, value, measurements);
    }

    ProblemRecipe measurements(int value) {
        return new ProblemRecipe(rows, cols, rank, completion, value);
    }
}
