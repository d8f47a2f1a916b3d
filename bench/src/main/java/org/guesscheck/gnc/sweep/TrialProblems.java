package org.guesscheck.gnc.sweep;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.ProblemRecipe;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.work.Interruptible;

/** The problems of a sweep. Cells of the same problem share it; the first that needs it makes it. May be used by several threads. */
final class TrialProblems {
    private record Key(ProblemRecipe recipe, long seed) {}

    private final SweepConfig config;
    private final Map<Key, Problem> problems = new ConcurrentHashMap<>();

    TrialProblems(SweepConfig config) {
        this.config = config;
    }

    /**
     * The problem of a cell.
     *
     * @param stop asked often; true ends the work
     * @throws CancellationException if it ended
     */
    Problem of(CellId id, BooleanSupplier stop) {
        ProblemRecipe recipe = config.at(id.value()).problem();
        // A user's own problem is that of all trials.
        long seed = recipe.own().isPresent() ? 0 : Seeds.problem(config, id.trial());
        Key key = new Key(recipe, seed);
        return problems.computeIfAbsent(
                key, k -> Interruptible.call(stop, () -> k.recipe().problem(k.seed())));
    }
}
