package org.guesscheck.gnc.config;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One panel: guess and check and gradient descent along one axis or two, on the same problems.
 *
 * <p>A field that an axis varies has the axis's first value in its recipe, so that equal sweeps are equal.
 *
 * @param title names the panel in the figure and its directory
 * @param problem the problems
 * @param network the networks
 * @param guess guess and check
 * @param descent gradient descent
 * @param grid what varies
 * @param trials how many problems, and the seed of everything
 */
public record SweepConfig(
        String title,
        ProblemRecipe problem,
        NetworkRecipe network,
        GuessPlan guess,
        DescentPlan descent,
        Grid grid,
        Trials trials) {

    /** Sets the fields that the axes vary. */
    public SweepConfig {
        CellRecipe recipe = grid.set(new CellRecipe(problem, network, guess, null), grid.first());
        problem = recipe.problem();
        network = recipe.network();
        guess = recipe.guess();
    }

    /** What the cells of a place have in common. */
    public CellRecipe at(Point place) {
        CellDescent here = descent.none() ? null : descent.at(axis(), place.first());
        return grid.set(new CellRecipe(problem, network, guess, here), place);
    }

    /** One axis or two. */
    public List<Axis> axes() {
        return grid.axes();
    }

    /** The first axis. */
    public Axis axis() {
        return axes().getFirst();
    }

    /** Whether the prior stands beside guess and check. */
    public boolean besidePrior() {
        return axes().stream().anyMatch(axis -> axis.field().besidePrior());
    }

    /** How many cells there are: one for each trial and place. */
    public int cells() {
        return Math.toIntExact(trials.count() * grid.size());
    }

    /** The same with another title. */
    public SweepConfig title(String value) {
        return new SweepConfig(value, problem, network, guess, descent, grid, trials);
    }

    /** The same with another problem. */
    public SweepConfig problem(UnaryOperator<ProblemRecipe> change) {
        return new SweepConfig(title, change.apply(problem), network, guess, descent, grid, trials);
    }

    SweepConfig network(UnaryOperator<NetworkRecipe> change) {
        return new SweepConfig(title, problem, change.apply(network), guess, descent, grid, trials);
    }

    SweepConfig guess(UnaryOperator<GuessPlan> change) {
        return new SweepConfig(title, problem, network, change.apply(guess), descent, grid, trials);
    }

    /** The same with another gradient descent. */
    public SweepConfig descent(UnaryOperator<DescentPlan> change) {
        return new SweepConfig(title, problem, network, guess, change.apply(descent), grid, trials);
    }

    SweepConfig axis(Axis value) {
        return grid(Grid.of(value));
    }

    /** The same over other places. */
    public SweepConfig grid(Grid value) {
        return new SweepConfig(title, problem, network, guess, descent, value, trials);
    }

    /** The same with one value of a field that no axis varies. */
    public SweepConfig fixed(SweptField field, double value) {
        CellRecipe changed = field.set(new CellRecipe(problem, network, guess, null), value);
        return new SweepConfig(title, changed.problem(), changed.network(), changed.guess(), descent, grid, trials);
    }

    /** The same with another number of trials. */
    public SweepConfig trials(int count) {
        return new SweepConfig(title, problem, network, guess, descent, grid, new Trials(count, trials.seed()));
    }
}
