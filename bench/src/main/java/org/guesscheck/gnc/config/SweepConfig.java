package org.guesscheck.gnc.config;

import java.util.function.UnaryOperator;

/**
 * One panel: guess and check and gradient descent along an axis, on the same problems.
 *
 * <p>The field that the axis varies has the axis's first value in its recipe, so that equal sweeps are equal.
 *
 * @param title names the panel in the figure and its directory
 * @param problem the problems
 * @param network the networks
 * @param guess guess and check
 * @param descent gradient descent
 * @param axis what varies
 * @param trials how many problems, and the seed of everything
 */
public record SweepConfig(
        String title,
        ProblemRecipe problem,
        NetworkRecipe network,
        GuessPlan guess,
        DescentPlan descent,
        Axis axis,
        Trials trials) {

    /** Sets the field that the axis varies. */
    public SweepConfig {
        int first = axis.values().getFirst();
        CellRecipe recipe = axis.field().set(new CellRecipe(problem, network, guess, descent.at(axis, first)), first);
        problem = recipe.problem();
        network = recipe.network();
        guess = recipe.guess();
    }

    /** What the cells of a value of the axis have in common. */
    public CellRecipe at(int value) {
        return axis.field().set(new CellRecipe(problem, network, guess, descent.at(axis, value)), value);
    }

    /** The size of the network that does not vary: {@link SweptField#other} of the axis's. */
    public int fixed() {
        return axis.field().other().of(at(axis.values().getFirst()));
    }

    /** How many cells there are: one for each trial and value. */
    public int cells() {
        return trials.count() * axis.values().size();
    }

    SweepConfig title(String value) {
        return new SweepConfig(value, problem, network, guess, descent, axis, trials);
    }

    SweepConfig problem(UnaryOperator<ProblemRecipe> change) {
        return new SweepConfig(title, change.apply(problem), network, guess, descent, axis, trials);
    }

    SweepConfig network(UnaryOperator<NetworkRecipe> change) {
        return new SweepConfig(title, problem, change.apply(network), guess, descent, axis, trials);
    }

    SweepConfig guess(UnaryOperator<GuessPlan> change) {
        return new SweepConfig(title, problem, network, change.apply(guess), descent, axis, trials);
    }

    SweepConfig descent(UnaryOperator<DescentPlan> change) {
        return new SweepConfig(title, problem, network, guess, change.apply(descent), axis, trials);
    }

    SweepConfig axis(Axis value) {
        return new SweepConfig(title, problem, network, guess, descent, value, trials);
    }

    SweepConfig trials(int count) {
        return new SweepConfig(title, problem, network, guess, descent, axis, new Trials(count, trials.seed()));
    }
}
