package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.gnc.cluster.ClusterProgress;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.sweep.Cell;
import org.guesscheck.gnc.sweep.Watcher;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.Amounts;

/**
 * Shows how far a sweep with all of its panels is: a line for every finished cell; between these lines the finished cells, the error of
 * their estimates, the time left, and the draws a second and the accepted draws of all cells that run side by side.
 */
final class SweepProgress implements Watcher {
    /** Below this share of the work, the time left is a guess. */
    private static final double LEAST_SHARE = 0.005;

    private final List<SweepConfig> panels;
    private final ProgressLine line;
    private final CellText text;
    private final LongSupplier nanoTime;
    private final int before;
    private final int cells;
    private final long start;
    private final FinishedCells finished = new FinishedCells();
    private final Map<CellId, Progress> running = new HashMap<>();
    private final Map<CellId, ClusterProgress> computed = new HashMap<>();
    private int panel;

    /**
     * Starts the clock.
     *
     * @param panels all panels of the sweep, of which the first is under way
     * @param before how many cells were finished before, which do not count for the time left
     * @param line where it is shown
     * @param nanoTime the clock
     */
    SweepProgress(List<SweepConfig> panels, int before, ProgressLine line, LongSupplier nanoTime) {
        this.panels = List.copyOf(panels);
        this.before = before;
        this.line = line;
        this.nanoTime = nanoTime;
        text = new CellText(line);
        cells = panels.stream().mapToInt(SweepConfig::cells).sum();
        start = nanoTime.getAsLong();
    }

    /** Says that a panel is under way, by its place among all. */
    synchronized void begin(int index) {
        panel = index;
        running.clear();
        computed.clear();
    }

    private SweepConfig config() {
        return panels.get(panel);
    }

    @Override
    public synchronized void samples(CellId cell, Progress progress) {
        running.put(cell, progress);
        line.show(this::text, time -> Json.line(json(time)));
    }

    @Override
    public synchronized void computes(CellId cell, ClusterProgress progress) {
        computed.put(cell, progress);
        line.show(
                () -> cluster(progress),
                time -> Json.line(json(time)
                        .put("tasksRunning", progress.activity().running())
                        .put("executors", progress.activity().executors())));
    }

    @Override
    public synchronized void finished(Cell cell) {
        running.remove(cell.id());
        computed.remove(cell.id());
        finished.add(cell);
        line.line(text.of(config(), cell), this::done, time -> {
            ObjectNode node = json(time);
            node.set("finished", CellText.json(cell));
            return Json.line(node);
        });
    }

    private String label() {
        return config().title() + (panels.size() == 1 ? "" : " (" + (panel + 1) + "/" + panels.size() + ")");
    }

    private double rate() {
        return running.values().stream()
                .mapToDouble(p -> p.seconds() > 0 ? p.draws() / p.seconds() : 0)
                .sum();
    }

    private String text() {
        long found = finished.accepted()
                + running.values().stream().mapToLong(Progress::accepted).sum();
        return String.format(
                Locale.ROOT,
                "%s: %s, %s draws/s%s",
                label(),
                done(),
                Amounts.rate(rate()),
                SamplerProgress.accepted(config().guess().sampler(), found));
    }

    private String cluster(ClusterProgress latest) {
        return label() + ": " + done() + ", "
                + (latest.activity().executors() == 0
                        ? ClusterWork.waiting(latest)
                        : ClusterWork.count(latest.activity().running(), "task") + " running on "
                                + ClusterWork.count(latest.activity().executors(), "executor"));
    }

    /** How many cells were done since the start, with the done parts of those that run. */
    private double work() {
        return finished.count()
                + running.values().stream().mapToDouble(SweepProgress::share).sum()
                + computed.values().stream()
                        .mapToDouble(p -> (double) p.pieces() / p.wanted())
                        .sum();
    }

    private static double share(Progress p) {
        return (double) p.draws() / p.total();
    }

    private String done() {
        double left = secondsLeft();
        return before + finished.count() + "/" + cells + " done" + finished.inWords()
                + (Double.isNaN(left) || left <= 0 ? "" : ", " + Amounts.time(left) + " left");
    }

    /** The time left at the speed until now; NaN where that is a guess. */
    private double secondsLeft() {
        double share = work() / (cells - before);
        double seconds = (nanoTime.getAsLong() - start) * 1e-9;
        return share < LEAST_SHARE ? Double.NaN : Math.max(0, seconds * (1 - share) / share);
    }

    private ObjectNode json(Instant time) {
        ObjectNode node = ProgressJson.begin("sweep", time, Math.min(1, (before + work()) / cells), secondsLeft());
        node.put("panel", config().title()).put("panelNumber", panel + 1).put("panels", panels.size());
        node.put("cells", cells).put("done", before + finished.count());
        finished.put(node);
        Json.put(node, "drawsPerSecond", rate());
        ArrayNode cellsNow = node.putArray("running");
        List<CellId> ids = new ArrayList<>(running.keySet());
        ids.sort((one, other) -> Integer.compare(one.trial(), other.trial()));
        for (CellId id : ids) {
            Progress p = running.get(id);
            ObjectNode item = id.put(cellsNow.addObject());
            Json.put(item, "share", share(p));
            item.put("draws", p.draws()).put("accepted", p.accepted());
        }
        return node;
    }
}
