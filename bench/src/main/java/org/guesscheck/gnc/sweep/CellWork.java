package org.guesscheck.gnc.sweep;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.CellRecipe;
import org.guesscheck.gnc.config.GuessPlan;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.work.Interruptible;

/**
 * The work of a cell but for gradient descent: a result that the journal has is taken from it, an answer of guess and check that an
 * earlier panel has from there, and the rest is computed and put into the journal. What fails is left out with its reason.
 *
 * <p>May be used by several threads.
 */
final class CellWork {
    private final SweepConfig config;
    private final Path directory;
    private final Journal journal;
    private final Answers answers;
    private final Workplace workplace;
    private final Watcher watcher;
    private final TrialProblems problems;
    private final Map<Problem, ProblemBaselines> baselines = new ConcurrentHashMap<>();

    CellWork(Panel panel, TrialProblems problems, Answers answers, Workplace workplace, Watcher watcher) {
        config = panel.config();
        directory = panel.directory();
        journal = panel.journal();
        this.problems = problems;
        this.answers = answers;
        this.workplace = workplace;
        this.watcher = watcher;
    }

    /** Whether the journal has all results of a cell. */
    boolean isKnown(CellId id) {
        return journal.has(id);
    }

    /**
     * The cell of an id, without gradient descent.
     *
     * @param stop asked often; true ends the work
     * @throws CancellationException if it ended
     */
    Cell run(CellId id, BooleanSupplier stop) {
        // After an interruption, to begin all the cells that still wait would take seconds.
        boolean known = isKnown(id);
        if (stop.getAsBoolean() && !known) {
            throw new CancellationException("cancelled");
        }
        if (known) {
            return run(id, true, null, stop);
        }
        try (UnitWorker worker = workplace.enter(stop)) {
            return run(id, false, worker, stop);
        }
    }

    /** Without anybody who computes, where the journal has everything. */
    private Cell run(CellId id, boolean known, UnitWorker worker, BooleanSupplier stop) {
        Attempts attempts = new Attempts(stop);
        // A known cell is reported even so, and needs the problem.
        BooleanSupplier stopMaking = known ? () -> false : stop;
        Optional<Problem> made = attempts.get(Failure.PROBLEM, () -> problems.of(id, stopMaking));
        if (made.isEmpty()) {
            return new Cell(id, Double.NaN, Optional.empty(), Optional.empty(), attempts.failures());
        }
        Problem problem = made.get();
        BaselineLosses others = attempts.get(Failure.PROBLEM, () -> baselines(problem, id, stopMaking))
                .orElse(BaselineLosses.UNKNOWN);
        Optional<Posterior> posterior = attempts.get(
                Failure.GUESS_AND_CHECK,
                () -> journal.posterior(id).orElseGet(() -> {
                    CellSlices slices = CellSlices.of(directory, config, id);
                    Computed<Posterior> guess = guess(problem, id, slices, worker, stop);
                    Posterior kept = journal.add(id, guess.result(), guess.by());
                    slices.remove();
                    return kept;
                }));
        posterior.ifPresent(answer -> answers.keep(config, id, new Computed<>(answer, journal.posteriorBy(id))));
        double zero = attempts.get(
                        Failure.PROBLEM, () -> problem.generalizationLoss(new double[problem.rows() * problem.cols()]))
                .orElse(Double.NaN);
        return new Cell(id, zero, others, posterior, Optional.empty(), attempts.failures());
    }

    private BaselineLosses baselines(Problem problem, CellId id, BooleanSupplier stop) {
        return baselines
                .computeIfAbsent(problem, p -> Interruptible.call(stop, () -> ProblemBaselines.of(p)))
                .at(config.at(id.value()).network().network());
    }

    private Computed<Posterior> guess(
            Problem problem, CellId id, CellSlices slices, UnitWorker worker, BooleanSupplier stop) {
        return answers.find(config, id).orElseGet(() -> worker.guess(id, sampler(problem, id), slices, stop, watcher));
    }

    private Sampler<?> sampler(Problem problem, CellId id) {
        CellRecipe recipe = config.at(id.value());
        GuessPlan plan = recipe.guess();
        Sampler<?> sampler =
                Sampler.named(plan.sampler(), problem, recipe.network().network());
        if (sampler instanceof RejectionSampler rejection) {
            sampler = rejection.reduce(recipe.reduces());
        }
        sampler = sampler.eps(plan.eps()).draws(plan.draws()).seed(Seeds.draws(config, id));
        return plan.relativeError() > 0 ? sampler.relativeError(plan.relativeError()) : sampler;
    }
}
