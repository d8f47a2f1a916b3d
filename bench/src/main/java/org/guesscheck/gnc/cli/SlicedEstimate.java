package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.parts.Slices;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.Amounts;

/** An estimate that saves its finished work in slices, with its progress line. */
final class SlicedEstimate {
    private final Path directory;
    private final ProgressLine line;
    private final Slices<Posterior> slices;
    private boolean prepared;
    private long start;

    SlicedEstimate(Sampler<?> method, Path directory, ProgressLine line) {
        this.directory = directory;
        this.line = line;
        slices = new Slices<>(directory, method.onProgress(this::show).divided());
    }

    /** Computes what is not saved yet. */
    Posterior run(BooleanSupplier stop) throws IOException {
        slices.take(stop);
        if (slices.saved() > 0) {
            line.clear();
            System.err.println(there() + " in " + directory);
        }
        start = System.nanoTime();
        prepared = true;
        return slices.compute(stop);
    }

    /** What is saved, after an interruption. */
    String saved() {
        return there() + " in " + directory + "; the same command goes on from there";
    }

    private String there() {
        return slices.saved() + (slices.saved() == 1 ? " slice (" : " slices (") + percent(slices.share()) + ") saved";
    }

    private void show(Progress slice) {
        if (!prepared) {
            line.show(() -> "pilot run");
            return;
        }
        double now = slices.share((double) slice.draws() / slice.total());
        double left = secondsLeft(now);
        line.show(
                () -> percent(now)
                        + (Double.isNaN(left) ? ", " : ", " + Amounts.time(left) + " left, ")
                        + slices.saved() + " slices saved",
                time -> Json.line(
                        ProgressJson.begin("estimate", time, now, left).put("slicesSaved", slices.saved())));
    }

    /** At the speed since the start; NaN before any work was done. */
    private double secondsLeft(double share) {
        double seconds = (System.nanoTime() - start) * 1e-9;
        double begun = slices.shareTaken();
        return share > begun ? seconds * (1 - share) / (share - begun) : Double.NaN;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }
}
