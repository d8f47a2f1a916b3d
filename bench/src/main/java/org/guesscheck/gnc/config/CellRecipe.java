package org.guesscheck.gnc.config;

import org.guesscheck.core.kernel.Reduction;

/**
 * Everything that the cells of one value of the axis have in common, whatever the axis is.
 *
 * @param problem of both methods
 * @param network of both methods
 * @param guess guess and check
 * @param descent gradient descent
 */
public record CellRecipe(ProblemRecipe problem, NetworkRecipe network, GuessPlan guess, CellDescent descent) {
    /** Whether the draws are reduced: asked for, and possible for this network. */
    public boolean reduces() {
        return guess.reduce() && Reduction.applies(problem.rows(), network.network());
    }

    CellRecipe network(NetworkRecipe value) {
        return new CellRecipe(problem, value, guess, descent);
    }
}
