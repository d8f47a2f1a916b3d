package org.guesscheck.gnc.config;

import java.util.Optional;
import org.guesscheck.core.problem.Problem;

/**
 * How the problems of a sweep are made.
 *
 * @param rows rows of the ground truth
 * @param cols columns of the ground truth
 * @param rank rank of the ground truth; 0 where a user's own problem does not tell
 * @param completion whether single entries are measured
 * @param measurements how many training measurements
 * @param own the file of a user's own problem, which all trials have; otherwise each trial's is generated
 */
public record ProblemRecipe(
        int rows, int cols, int rank, boolean completion, int measurements, Optional<OwnProblem> own) {

    /** Generated problems. */
    public ProblemRecipe(int rows, int cols, int rank, boolean completion, int measurements) {
        this(rows, cols, rank, completion, measurements, Optional.empty());
    }

    /** The problem of a seed. */
    public Problem problem(long seed) {
        if (own.isPresent()) {
            return own.get().read();
        }
        return completion
                ? Problem.completion(rows, cols, rank, measurements, seed)
                : Problem.sensing(rows, cols, rank, measurements, seed);
    }

    /** The same for square matrices of a size. */
    ProblemRecipe size(int size) {
        return rows(size).cols(size);
    }

    ProblemRecipe rows(int value) {
        return new ProblemRecipe(value, cols, rank, completion, measurements, own);
    }

    ProblemRecipe cols(int value) {
        return new ProblemRecipe(rows, value, rank, completion, measurements, own);
    }

    ProblemRecipe rank(int value) {
        return new ProblemRecipe(rows, cols, value, completion, measurements, own);
    }

    ProblemRecipe completion(boolean value) {
        return new ProblemRecipe(rows, cols, rank, value, measurements, own);
    }

    ProblemRecipe measurements(int value) {
        return new ProblemRecipe(rows, cols, rank, completion, value, own);
    }
}
