package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.core.sampler.Sampler;
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
        double seconds = (System.nanoTime() - start) * 1e-9;
        double now = slices.share((double) slice.draws() / slice.total());
        double begun = slices.shareTaken();
        line.show(() -> percent(now)
                + (now > begun ? ", " + Amounts.time(seconds * (1 - now) / (now - begun)) + " left, " : ", ")
                + slices.saved() + " slices saved");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }
}
