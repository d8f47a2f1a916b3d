package org.guesscheck.bench.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.json.Json;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;

/**
 * Runs one panel, trial by trial, and keeps its directory up to date: the tables after every finished width or depth,
 * the figure and run.json at the end, also after an interruption.
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

        /** A cell is done that the journal did not have. */
        default void finished(Cell cell, int value) {}
    }

    /** Runs everything; returns how many cells are done, fewer than there are where it was cancelled. */
    public int run() throws IOException {
        List<Cell> cells = new ArrayList<>();
        boolean interrupted = false;
        try {
            runCells(cells);
        } catch (CancellationException e) {
            interrupted = true;
        }
        writeTables(cells);
        if (!cells.isEmpty()) {
            FigureFiles.write(directory, Figure.of(config, cells));
        }
        String record = Json.print(RunRecord.of(config, cells, journal, interrupted)) + "\n";
        AtomicFile.write(directory.resolve("run.json"), path -> Files.writeString(path, record));
        return cells.size();
    }

    /** A cell under way; whether the journal had it. */
    private record Part(Future<Cell> cell, boolean known) {}

    /** Cells run side by side, each with a share of the threads, and are reported in their order. */
    private void runCells(List<Cell> cells) throws IOException {
        int all = threads.orElse(Runtime.getRuntime().availableProcessors());
        // Many short cells and few long ones both keep all threads busy this way.
        int together = (int) Math.ceil(Math.sqrt(all));
        AtomicBoolean over = new AtomicBoolean();
        BooleanSupplier stop = () -> over.get() || cancelled.getAsBoolean();
        List<Part> running = new ArrayList<>();
        Map<Integer, Problem> problems = new ConcurrentHashMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(together)) {
            for (int trial = 0; trial < config.trials(); trial++) {
                for (int index = 0; index < config.values().size(); index++) {
                    int number = trial;
                    int value = index;
                    boolean known = journal.has(trial, config.values().get(index));
                    running.add(new Part(
                            pool.submit(() -> cell(problems, number, value, Math.max(1, all / together), stop)),
                            known));
                }
            }
            try {
                for (Part part : running) {
                    Cell cell = result(part.cell());
                    cells.add(cell);
                    if (!part.known()) {
                        watcher.finished(cell, config.values().get(cell.index()));
                        writeTables(cells);
                    }
                }
            } finally {
                over.set(true);
            }
        } finally {
            // Of an interrupted run, also what was finished beyond the first cell that was not.
            running.stream()
                    .map(Part::cell)
                    .skip(cells.size())
                    .filter(future -> future.state() == Future.State.SUCCESS)
                    .forEach(future -> cells.add(future.resultNow()));
        }
    }

    private static Cell result(Future<Cell> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
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
        // What is known is reported even so, and needs the problem.
        BooleanSupplier stopMaking = known ? () -> false : stop;
        Problem problem =
                problems.computeIfAbsent(trial, t -> Interruptible.call(stopMaking, () -> Seeds.problem(config, t)));
        Posterior posterior = journal.posterior(trial, value)
                .orElseGet(() -> journal.add(trial, value, answer(problem, trial, index, samplerThreads, stop)));
        answers.keep(config, trial, index, posterior);
        Descent descent = journal.descent(trial, value)
                .orElseGet(() -> journal.add(trial, value, descend(problem, trial, index, stop)));
        return new Cell(trial, index, problem, posterior, descent);
    }

    private Posterior answer(Problem problem, int trial, int index, int samplerThreads, BooleanSupplier stop) {
        return answers.find(config, trial, index).orElseGet(() -> sample(problem, trial, index, samplerThreads, stop));
    }

    private Posterior sample(Problem problem, int trial, int index, int samplerThreads, BooleanSupplier stop) {
        Sampler<?> sampler = Sampler.named(config.sampler(), problem, config.network(index));
        if (sampler instanceof RejectionSampler rejection) {
            rejection.reduce(config.reduces(index));
        }
        sampler.eps(config.eps()).draws(config.draws()).seed(Seeds.draws(config, trial, index));
        sampler.backend(backend).threads(samplerThreads).cancelWhen(stop);
        sampler.onProgress(progress -> watcher.samples(trial, config.values().get(index), progress));
        if (config.relativeError() > 0) {
            sampler.relativeError(config.relativeError());
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
                .run();
    }

    private void writeTables(List<Cell> cells) throws IOException {
        ResultTables.results(directory.resolve("results.csv"), config, cells);
        ResultTables.estimates(directory.resolve("estimates.csv"), config, cells);
    }
}
