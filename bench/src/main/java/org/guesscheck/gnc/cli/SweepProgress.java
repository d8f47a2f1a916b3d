package org.guesscheck.gnc.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.gnc.cluster.ClusterProgress;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.sweep.Cell;
import org.guesscheck.gnc.sweep.Failure;
import org.guesscheck.gnc.sweep.Unfitted;
import org.guesscheck.gnc.sweep.Watcher;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.Amounts;

/**
 * Shows how far a panel is: a line for every finished trial at a width or depth; between these lines the draws a second, the
 * accepted draws and the time left of all trials that run side by side.
 */
final class SweepProgress implements Watcher {
    /** Below this share of the work, the time left is a guess. */
    private static final double LEAST_SHARE = 0.005;

    private final SweepConfig config;
    private final String label;
    private final ProgressLine line;
    private final LongSupplier nanoTime;
    private final int before;
    private final int cells;
    private final long start;
    private final Map<CellId, Progress> running = new HashMap<>();
    private final Map<CellId, ClusterProgress> computed = new HashMap<>();
    private int finished;
    private long accepted;

    /**
     * Starts the clock.
     *
     * @param config the panel
     * @param label name of the panel and which one it is
     * @param before how many cells were finished before, which do not count for the time left
     * @param line where it is shown
     * @param nanoTime the clock
     */
    SweepProgress(SweepConfig config, String label, int before, ProgressLine line, LongSupplier nanoTime) {
        this.config = config;
        this.label = label;
        this.before = before;
        this.line = line;
        this.nanoTime = nanoTime;
        cells = config.cells();
        start = nanoTime.getAsLong();
    }

    @Override
    public synchronized void samples(CellId cell, Progress progress) {
        running.put(cell, progress);
        line.show(this::text);
    }

    @Override
    public synchronized void computes(CellId cell, ClusterProgress progress) {
        computed.put(cell, progress);
        line.show(() -> cluster(progress));
    }

    @Override
    public synchronized void finished(Cell cell) {
        running.remove(cell.id());
        computed.remove(cell.id());
        finished++;
        accepted += Math.round(cell.accepted());
        line.line(
                String.format(
                        Locale.ROOT,
                        "%s %s: guess and check %s, prior %s%s",
                        config.title(),
                        cell.id().inWords(config),
                        cell.failure(Failure.GUESS_AND_CHECK).map(this::failed).orElseGet(() -> guess(cell)),
                        Double.isFinite(cell.priorMean())
                                ? String.format(Locale.ROOT, "%.4g", cell.priorMean())
                                : "unknown",
                        config.descent().none() ? "" : ", gradient descent " + descended(cell)),
                () -> done(share()));
    }

    private String descended(Cell cell) {
        return cell.failure(Failure.GRADIENT_DESCENT).map(this::failed).orElseGet(() -> descent(cell));
    }

    private String failed(String reason) {
        return line.warning("FAILED") + " (" + reason + ")";
    }

    private String guess(Cell cell) {
        String sampler = cell.posterior().orElseThrow().origin().sampler();
        String how = sampler + (cell.doubtful() ? ", " + line.warning("NOT TRUSTWORTHY") : "");
        return Double.isFinite(cell.posteriorMean())
                ? String.format(
                        Locale.ROOT,
                        "%.4g (%s, %s)",
                        cell.posteriorMean(),
                        PosteriorText.accepted(sampler, cell.accepted()),
                        how)
                : "none accepted (" + how + ")";
    }

    private String descent(Cell cell) {
        String mark = cell.unfitted()
                ? " (" + line.warning(config.descent().climbs() ? "DOES NOT FIT" : "NOT CONVERGED") + ", "
                        + Unfitted.loss(cell.descent().orElseThrow()) + ")"
                : "";
        return String.format(Locale.ROOT, "%.4g%s", cell.descentLoss(), mark);
    }

    private String text() {
        double rate = 0;
        long found = accepted;
        for (Progress p : running.values()) {
            rate += p.seconds() > 0 ? p.draws() / p.seconds() : 0;
            found += p.accepted();
        }
        return String.format(
                Locale.ROOT,
                "%s: %s, %s draws/s%s",
                label,
                done(share()),
                Amounts.rate(rate),
                SamplerProgress.accepted(config.guess().sampler(), found));
    }

    private String cluster(ClusterProgress latest) {
        return label + ": " + done(share()) + ", "
                + (latest.activity().executors() == 0
                        ? ClusterWork.waiting(latest)
                        : ClusterWork.count(latest.activity().running(), "task") + " running on "
                                + ClusterWork.count(latest.activity().executors(), "executor"));
    }

    /** How many cells are done, with the done parts of those that run. */
    private double share() {
        return finished
                + running.values().stream()
                        .mapToDouble(p -> (double) p.draws() / p.total())
                        .sum()
                + computed.values().stream()
                        .mapToDouble(p -> (double) p.pieces() / p.wanted())
                        .sum();
    }

    private String done(double share) {
        return before + finished + "/" + cells + " done" + left(share / (cells - before));
    }

    private String left(double share) {
        double seconds = (nanoTime.getAsLong() - start) * 1e-9;
        return share < LEAST_SHARE || share >= 1 ? "" : ", " + Amounts.time(seconds * (1 - share) / share) + " left";
    }
}
