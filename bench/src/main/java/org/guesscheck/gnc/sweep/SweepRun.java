package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.work.Sparingly;

/**
 * Runs one panel, trial by trial, and keeps its directory up to date: the tables every few seconds, the figure and run.json at
 * the end, also after an interruption.
 *
 * @param panel of which the journal is ready for more results; those that it has are not computed again
 * @param answers of guess and check to the panels before, which are not computed again either; gets this panel's
 * @param execution workplace and cancellation
 * @param watcher told of what happens
 * @param earlier the sweep that this one repeats
 */
public record SweepRun(
        Panel panel, Answers answers, SweepExecution execution, Watcher watcher, Optional<EarlierRun> earlier) {
    /** A sweep that repeats no other. */
    public SweepRun(Panel panel, Answers answers, SweepExecution execution, Watcher watcher) {
        this(panel, answers, execution, watcher, Optional.empty());
    }

    /**
     * The result of a run.
     *
     * @param finished how many cells have all their results
     * @param failed the cells that have not, since something failed
     * @param cells how many there are; the run was cancelled where those two are fewer
     * @param time what the methods took
     * @param lost why the cluster no longer computes, if that ended the run
     * @param repeated how the results compare with those of the sweep that this one repeats
     */
    public record Outcome(
            int finished,
            List<Cell> failed,
            int cells,
            ThreadTime time,
            Optional<ClusterFailure> lost,
            Optional<Repetition> repeated) {
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
        Path directory = panel.directory();
        SweepConfig config = panel.config();
        PanelFiles.removeLeftovers(directory);
        List<Cell> cells = new ArrayList<>();
        Ended ended = runCells(cells);
        writeTables(cells);
        Optional<Repetition> repeated = earlier.map(run -> Repetition.of(run, SweepDigests.of(config, cells)));
        try {
            if (!cells.isEmpty()) {
                SweepFigure.write(directory, config, cells);
            }
        } finally {
            // Also where no figure can be drawn.
            String record = Json.print(RunRecord.of(config, cells, panel.journal(), ended.early(), repeated)) + "\n";
            AtomicFile.write(directory.resolve(PanelFiles.RUN), record);
        }
        List<Cell> failed = cells.stream().filter(Cell::failed).toList();
        if (cells.size() - failed.size() == config.cells()) {
            // Those of a program that was killed after a result and before it removed its slices.
            CellSlices.removeAll(directory);
        }
        return new Outcome(
                cells.size() - failed.size(), failed, config.cells(), ThreadTime.of(cells), ended.lost(), repeated);
    }

    /** How the cells ended. */
    private record Ended(boolean early, Optional<ClusterFailure> lost) {}

    /** Fills a list with all cells in their order, of a run that ended early with those that are finished. */
    private Ended runCells(List<Cell> cells) throws IOException {
        List<CellId> ids = CellId.all(panel.config());
        Sparingly tables = new Sparingly(System::nanoTime);
        TrialProblems problems = new TrialProblems(panel.config());
        CellPool pool = new CellPool(
                new CellWork(panel, problems, answers, execution.workplace(), watcher),
                new DescentWork(panel, problems, execution.workplace()),
                execution);
        Ended ended = new Ended(false, Optional.empty());
        try {
            pool.run(ids, (cell, known) -> {
                cells.add(cell);
                if (!known) {
                    watcher.finished(cell);
                    tables.run(() -> writeTables(cells));
                }
            });
        } catch (CancellationException e) {
            ended = new Ended(true, Optional.empty());
        } catch (ClusterFailure e) {
            ended = new Ended(true, Optional.of(e));
        }
        cells.addAll(pool.finishedBeyond());
        Map<CellId, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        cells.sort(Comparator.comparing(cell -> places.get(cell.id())));
        return ended;
    }

    private void writeTables(List<Cell> cells) throws IOException {
        ResultTables.results(panel.directory().resolve(PanelFiles.RESULTS), panel.config(), cells);
        ResultTables.estimates(panel.directory().resolve(PanelFiles.ESTIMATES), panel.config(), cells);
    }
}
