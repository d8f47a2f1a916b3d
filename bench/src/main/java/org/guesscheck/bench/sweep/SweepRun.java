package org.guesscheck.bench.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.json.Json;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.Sampler;

/**
 * Runs one panel, trial by trial, and keeps its directory up to date: the tables after every finished width or depth,
 * the figure and run.json at the end, also after an interruption.
 *
 * @param config the panel
 * @param directory where its files go
 * @param threads of the sampler, or its own choice
 * @param backend of the sampler
 * @param cancelled asked often; true stops the run
 * @param watcher told what goes on
 */
public record SweepRun(
        SweepConfig config,
        Path directory,
        OptionalInt threads,
        String backend,
        BooleanSupplier cancelled,
        Watcher watcher) {
    /** Who follows a run. */
    public interface Watcher {
        /** A cell starts. */
        void starts(int trial, int value);

        /** The sampler goes on. */
        void samples(Progress progress);

        /** A cell is done. */
        void finished(Cell cell, int value);
    }

    /** Runs everything; returns how many cells are done, fewer than there are where it was cancelled. */
    public int run() throws IOException {
        Instant start = Instant.now();
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
        String record = Json.print(RunRecord.of(config, cells, start, interrupted)) + "\n";
        AtomicFile.write(directory.resolve("run.json"), path -> Files.writeString(path, record));
        return cells.size();
    }

    private void runCells(List<Cell> cells) throws IOException {
        int count = threads.orElse(Runtime.getRuntime().availableProcessors());
        try (Workers workers = new Workers(count)) {
            List<Planned> plan = plan(workers);
            for (Planned planned : plan) {
                int value = config.values().get(planned.index);
                watcher.starts(planned.trial, value);
                Posterior posterior = guess(planned, workers, count);
                Descent descent = Workers.result(planned.descent);
                Cell cell = new Cell(planned.trial, planned.index, planned.problem, posterior, descent);
                cells.add(cell);
                watcher.finished(cell, value);
                writeTables(cells);
            }
        }
    }

    /** A cell whose descent waits for a free thread. */
    private record Planned(int trial, int index, Problem problem, Future<Descent> descent) {}

    private List<Planned> plan(Workers workers) {
        List<Planned> plan = new ArrayList<>();
        for (int trial = 0; trial < config.trials(); trial++) {
            Problem problem = Seeds.problem(config, trial);
            for (int index = 0; index < config.values().size(); index++) {
                GradientDescent descent = descent(problem, trial, index, workers);
                plan.add(new Planned(trial, index, problem, workers.later(descent::run)));
            }
        }
        return plan;
    }

    private Posterior guess(Planned planned, Workers workers, int count) {
        Sampler<?> sampler = Sampler.named(config.sampler(), planned.problem, config.network(planned.index));
        sampler.eps(config.eps()).draws(config.draws()).seed(Seeds.draws(config, planned.trial, planned.index));
        sampler.backend(backend).threads(count).executor(workers.executor());
        sampler.onProgress(watcher::samples).cancelWhen(cancelled);
        if (config.relativeError() > 0) {
            sampler.relativeError(config.relativeError());
        }
        return sampler.run();
    }

    private GradientDescent descent(Problem problem, int trial, int index, Workers workers) {
        return GradientDescent.of(problem, config.descentNetwork(index))
                .learningRate(config.learningRate(index))
                .epochs(config.epochs())
                .initScale(config.initScale(index))
                .momentum(config.momentum())
                .optimizer(Optimizer.GROUP_RMSPROP)
                .seed(Seeds.descent(config, trial, index))
                .cancelWhen(() -> cancelled.getAsBoolean() || workers.closed());
    }

    private void writeTables(List<Cell> cells) throws IOException {
        ResultTables.results(directory.resolve("results.csv"), config, cells);
        ResultTables.estimates(directory.resolve("estimates.csv"), config, cells);
    }
}
