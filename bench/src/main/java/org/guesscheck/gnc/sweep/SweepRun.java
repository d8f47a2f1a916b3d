package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.figure.FigureFiles;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.Json;

/**
 * Runs one panel, trial by trial, and keeps its directory up to date: the tables every few seconds, the figure and run.json at
 * the end, also after an interruption. A trial of a width or depth that fails is left out with its reason, and the others go on.
 *
 * @param config the panel
 * @param directory where its files go
 * @param journal of the directory, ready for more results; what it has is not computed again
 * @param answers of guess and check to the panels before, which are not computed again either; gets this panel's
 * @param threads of all cells together, or as many as the machine has
 * @param backend of the sampler
 * @param cancelled asked often; true stops the run
 * @param watcher told what goes on
 */
public record SweepRun(
        SweepConfig config,
        Path directory,
        Journal journal,
        Answers answers,
        OptionalInt threads,
        String backend,
        BooleanSupplier cancelled,
        Watcher watcher) {
    /** Who follows a run. */
    public interface Watcher {
        /** A cell's sampler goes on; called by several threads. */
        default void samples(int trial, int value, Progress progress) {}

        /** A cell is done that the journal did not have, or has failed. */
        default void finished(Cell cell, int value) {}
    }

    /**
     * What a run came to.
     *
     * @param finished how many cells have all their results
     * @param failed the cells that have not, since something failed
     * @param cells how many there are; the run was cancelled where those two are fewer
     */
    public record Outcome(int finished, List<Cell> failed, int cells) {
        /** Whether there are cells that were not run to their end. */
        public boolean interrupted() {
            return finished + failed.size() < cells;
        }
    }

    /**
     * Runs everything.
     *
     * @throws IOException if a file can't be written, which ends the run
     */
    public Outcome run() throws IOException {
        PanelFiles.removeLeftovers(directory);
        List<Cell> cells = new ArrayList<>();
        boolean interrupted = false;
        try {
            runCells(cells);
        } catch (CancellationException e) {
            interrupted = true;
        }
        writeTables(cells);
        try {
            if (!cells.isEmpty()) {
                FigureFiles.write(directory, Figure.of(config, cells));
            }
        } finally {
            // Also where no figure can be drawn.
            String record = Json.print(RunRecord.of(config, cells, journal, interrupted)) + "\n";
            AtomicFile.write(directory.resolve(PanelFiles.RUN), record);
        }
        List<Cell> failed = cells.stream().filter(Cell::failed).toList();
        return new Outcome(
                cells.size() - failed.size(),
                failed,
                config.trials() * config.values().size());
    }

    /** A cell under way; whether the journal had it. */
    private record Part(Callable<Cell> work, Future<Cell> cell, boolean known) {}

    /** Cells run side by side, each with a share of the threads, and are reported in their order. */
    private void runCells(List<Cell> cells) throws IOException {
        int all = threads.orElse(Runtime.getRuntime().availableProcessors());
        // Many short cells and few long ones both keep all threads busy this way.
        int together = (int) Math.ceil(Math.sqrt(all));
        AtomicBoolean over = new AtomicBoolean();
        BooleanSupplier stop = () -> over.get() || cancelled.getAsBoolean();
        Queue<Part> running = new ArrayDeque<>();
        Map<Integer, Problem> problems = new ConcurrentHashMap<>();
        Sparingly tables = new Sparingly(System::nanoTime);
        try (ExecutorService pool = Executors.newFixedThreadPool(together)) {
            for (int trial = 0; trial < config.trials(); trial++) {
                for (int index = 0; index < config.values().size(); index++) {
                    int number = trial;
                    int value = index;
                    boolean known = journal.has(trial, config.values().get(index));
                    Callable<Cell> work = () -> cell(problems, number, value, Math.max(1, all / together), stop);
                    running.add(new Part(work, pool.submit(work), known));
                }
            }
            try {
                take(running, cells, pool, tables, together > 1);
            } finally {
                over.set(true);
            }
        } finally {
            // Of an interrupted run, also what was finished beyond the first cell that was not.
            running.stream()
                    .map(Part::cell)
                    .filter(future -> future.state() == Future.State.SUCCESS)
                    .map(Future::resultNow)
                    .filter(cell -> !cell.failed())
                    .forEach(cells::add);
            cells.sort(Comparator.comparingInt(Cell::trial).thenComparingInt(Cell::index));
        }
    }

    /** Takes what is done out of what runs. Those that lacked memory beside others are tried once more, one at a time. */
    private void take(Queue<Part> running, List<Cell> cells, ExecutorService pool, Sparingly tables, boolean beside)
            throws IOException {
        List<Callable<Cell>> again = new ArrayList<>();
        for (Part part = running.peek(); part != null; part = running.peek()) {
            Cell cell = result(part.cell());
            running.remove();
            if (beside && cell.lackedMemory()) {
                again.add(part.work());
            } else {
                take(cell, part.known(), cells, tables);
            }
        }
        for (Callable<Cell> work : again) {
            take(result(pool.submit(work)), false, cells, tables);
        }
    }

    private void take(Cell cell, boolean known, List<Cell> cells, Sparingly tables) throws IOException {
        cells.add(cell);
        if (!known) {
            watcher.finished(cell, config.values().get(cell.index()));
            tables.run(() -> writeTables(cells));
        }
    }

    private static Cell result(Future<Cell> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case JournalFailure cause -> throw cause.getCause();
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** A result that the journal has is taken from it. The trial's problem is made by the first cell that needs it. */
    private Cell cell(Map<Integer, Problem> problems, int trial, int index, int samplerThreads, BooleanSupplier stop) {
        int value = config.values().get(index);
        // After an interruption, to begin all the cells that still wait would take seconds.
        boolean known = journal.has(trial, value);
        if (stop.getAsBoolean() && !known) {
            throw new CancellationException("cancelled");
        }
        Attempts attempts = new Attempts(stop);
        // What is known is reported even so, and needs the problem.
        BooleanSupplier stopMaking = known ? () -> false : stop;
        Optional<Problem> made = attempts.get(
                Failure.PROBLEM,
                () -> problems.computeIfAbsent(
                        trial, t -> Interruptible.call(stopMaking, () -> Seeds.problem(config, t))));
        if (made.isEmpty()) {
            return new Cell(trial, index, Double.NaN, Optional.empty(), Optional.empty(), attempts.failures());
        }
        Problem problem = made.get();
        Optional<Posterior> posterior = attempts.get(
                Failure.GUESS_AND_CHECK,
                () -> journal.posterior(trial, value)
                        .orElseGet(
                                () -> journal.add(trial, value, answer(problem, trial, index, samplerThreads, stop))));
        posterior.ifPresent(answer -> answers.keep(config, trial, index, answer));
        Optional<Descent> descent = attempts.get(
                Failure.GRADIENT_DESCENT,
                () -> journal.descent(trial, value)
                        .orElseGet(() -> journal.add(trial, value, descend(problem, trial, index, stop))));
        double zero = attempts.get(
                        Failure.PROBLEM, () -> problem.generalizationLoss(new double[problem.rows() * problem.cols()]))
                .orElse(Double.NaN);
        return new Cell(trial, index, zero, posterior, descent, attempts.failures());
    }

    private Posterior answer(Problem problem, int trial, int index, int samplerThreads, BooleanSupplier stop) {
        return answers.find(config, trial, index).orElseGet(() -> sample(problem, trial, index, samplerThreads, stop));
    }

    private Posterior sample(Problem problem, int trial, int index, int samplerThreads, BooleanSupplier stop) {
        Sampler<?> sampler = Sampler.named(config.sampler(), problem, config.network(index));
        if (sampler instanceof RejectionSampler rejection) {
            sampler = rejection.reduce(config.reduces(index));
        }
        sampler = sampler.eps(config.eps())
                .draws(config.draws())
                .seed(Seeds.draws(config, trial, index))
                .backend(backend)
                .threads(samplerThreads)
                .cancelWhen(stop)
                .onProgress(progress -> watcher.samples(trial, config.values().get(index), progress));
        if (config.relativeError() > 0) {
            sampler = sampler.relativeError(config.relativeError());
        }
        return sampler.run();
    }

    private Descent descend(Problem problem, int trial, int index, BooleanSupplier stop) {
        return GradientDescent.of(problem, config.descentNetwork(index))
                .learningRate(config.learningRate(index))
                .epochs(config.epochs())
                .initScale(config.initScale(index))
                .momentum(config.momentum())
                .optimizer(Optimizer.GROUP_RMSPROP)
                .seed(Seeds.descent(config, trial, index))
                .cancelWhen(stop)
                .run()
                .withoutPredicted();
    }

    private void writeTables(List<Cell> cells) throws IOException {
        ResultTables.results(directory.resolve(PanelFiles.RESULTS), config, cells);
        ResultTables.estimates(directory.resolve(PanelFiles.ESTIMATES), config, cells);
    }
}
