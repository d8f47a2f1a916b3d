package org.guesscheck.gnc.config;

import org.guesscheck.core.kernel.Reduction;

/**
 * Everything that the cells of one place of a sweep have in common, whatever its axes are.
 *
 * @param problem of both methods
 * @param network of both methods
 * @param guess guess and check
 * @param descent gradient descent; null in a sweep without it
 */
public record CellRecipe(ProblemRecipe problem, NetworkRecipe network, GuessPlan guess, CellDescent descent) {
    /** Whether the draws are reduced: asked for, and possible for this network. */
    public boolean reduces() {
        return guess.reduce() && Reduction.applies(problem.rows(), network.network());
    }

    CellRecipe problem(ProblemRecipe value) {
        return new CellRecipe(value, network, guess, descent);
    }

    CellRecipe network(NetworkRecipe value) {
        return new CellRecipe(problem, value, guess, descent);
    }

    CellRecipe guess(GuessPlan value) {
        return new CellRecipe(problem, network, value, descent);
    }
}
