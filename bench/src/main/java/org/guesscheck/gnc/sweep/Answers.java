package org.guesscheck.gnc.sweep;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.CellRecipe;
import org.guesscheck.gnc.config.GuessPlan;
import org.guesscheck.gnc.config.ProblemRecipe;
import org.guesscheck.gnc.config.SweepConfig;

/**
 * What guess and check has answered so far, for the panels that follow. Panels that differ in gradient descent alone, such as
 * the paper's figures 1 and 3, ask it the same, and an answer depends on nothing but the question.
 *
 * <p>May be used by several threads.
 */
public final class Answers {
    /** All that decides a posterior. Backend and threads do not, and are those of the command. */
    private record Question(
            ProblemRecipe problem, long problemSeed, Network network, GuessPlan guess, long drawsSeed) {}

    private final Map<Question, Computed<Posterior>> known = new ConcurrentHashMap<>();

    /** None yet. */
    public Answers() {}

    /** The answer to what a panel asks in a cell, if it was asked before. */
    Optional<Computed<Posterior>> find(SweepConfig panel, CellId cell) {
        return Optional.ofNullable(known.get(question(panel, cell)));
    }

    /** Keeps an answer. */
    void keep(SweepConfig panel, CellId cell, Computed<Posterior> posterior) {
        known.put(question(panel, cell), posterior);
    }

    private static Question question(SweepConfig panel, CellId cell) {
        CellRecipe recipe = panel.at(cell.value());
        return new Question(
                recipe.problem(),
                Seeds.problem(panel, cell.trial()),
                recipe.network().network(),
                recipe.guess().reduce(recipe.reduces()),
                Seeds.draws(panel, cell));
    }
}
