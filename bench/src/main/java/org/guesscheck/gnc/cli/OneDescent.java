package org.guesscheck.gnc.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentBatch;
import org.guesscheck.core.descent.DescentCancelledException;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.WeightSnapshot;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.arrays.DescentNpz;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.DescentJson;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.json.WeightsJson;
import org.guesscheck.gnc.options.DescentOptions;
import org.guesscheck.gnc.options.RunFileOptions;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;

/** One run of gradient descent: its files, and what is printed. */
final class OneDescent {
    private static final int HISTORY_EVERY = 100;

    private final Problem problem;
    private final DescentOptions recipe;
    private final RunFileOptions files;
    private final boolean json;
    private final List<WeightSnapshot> weights = new ArrayList<>();

    OneDescent(Problem problem, DescentOptions recipe, RunFileOptions files, boolean json) {
        this.problem = problem;
        this.recipe = recipe;
        this.files = files;
        this.json = json;
        files.picture().ifPresent(file -> {
            if (problem.train().positions().isEmpty()) {
                throw new InputException("--picture " + file + ": allowed only where single entries are observed");
            }
            if (!CompletionPicture.fits(problem)) {
                throw new InputException("--picture " + file + ": " + problem.rows() + " x " + problem.cols()
                        + " side by side is too large for a picture; below 2^31 pixels are allowed");
            }
        });
    }

    int run(GradientDescent descent, String backend, BooleanSupplier interrupted, ProgressLine progress)
            throws IOException {
        GradientDescent told = descent.cancelWhen(interrupted).onProgress(new DescentProgressLine(progress)::show);
        if (files.history().isPresent() || files.npz().isPresent()) {
            told = told.historyEvery(HISTORY_EVERY);
        }
        if (files.weights().isPresent() || files.npz().isPresent()) {
            told = told.onWeights(weights::add);
        }
        Descent result;
        try {
            result = told.large()
                    ? large(told)
                    : DescentBatch.of(List.of(told))
                            .backend(backend)
                            .threads(1)
                            .run()
                            .getFirst();
        } catch (DescentCancelledException e) {
            progress.clear();
            return interrupted(
                    e.partial().filter(partial -> partial.end().epoch() > 0).orElseThrow(() -> e));
        }
        progress.clear();
        if (files.picture().isPresent()) {
            float[] predicted = result.predicted();
            AtomicFile.write(files.picture().get(), out -> CompletionPicture.write(problem, predicted, out));
        }
        print(result, result.end().epoch() < recipe.epochs() || belowAtEnd(result));
        return ExitCode.DONE;
    }

    private static Descent large(GradientDescent descent) {
        try {
            return descent.run();
        } catch (UnsupportedOperationException e) {
            throw new InputException(e.getMessage());
        }
    }

    private boolean belowAtEnd(Descent result) {
        return result.end().trainLoss() < recipe.stopAt().orElse(0);
    }

    /** Prints the state at the interruption, which has no predicted matrix. */
    private int interrupted(Descent partial) throws IOException {
        print(partial, belowAtEnd(partial));
        System.err.println("gnc: interrupted; the result is that of the "
                + partial.end().epoch() + " epochs until then"
                + (files.picture().isEmpty() ? "" : ", and there is no picture"));
        return ExitCode.INTERRUPTED;
    }

    private void print(Descent result, boolean reached) throws IOException {
        if (files.history().isPresent()) {
            AtomicFile.write(files.history().get(), out -> LossCurve.write(result.history(), out));
        }
        if (files.weights().isPresent()) {
            AtomicFile.write(files.weights().get(), out -> WeightsJson.write(weights, out));
        }
        if (files.npz().isPresent()) {
            AtomicFile.write(files.npz().get(), out -> DescentNpz.write(result, weights, problem, out));
        }
        if (json) {
            ObjectNode node = DescentJson.write(result);
            recipe.stopAt().ifPresent(e -> node.put("stopAt", e).put("reached", reached));
            System.out.println(Json.print(node));
        } else {
            System.out.println(DescentText.of(result, recipe.stopAt(), reached));
        }
    }
}
