package org.guesscheck.gnc.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentCancelledException;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.LossPoint;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.DescentJson;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.options.DescentOptions;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.options.NetworkOptions;
import org.guesscheck.gnc.options.ProblemOptions;
import org.guesscheck.gnc.terminal.ExitCode;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One run of gradient descent. */
@Command(
        name = "descend",
        description = "Runs gradient descent once on one problem and network.",
        footer = {"", "Example: gnc descend --depth 3 --lr 0.01 --epochs 20000 --init-scale 0.001 --history loss.csv"})
final class DescendCommand extends GncCommand {
    @Mixin
    ProblemOptions problem;

    @Mixin
    NetworkOptions network;

    @Mixin
    DescentOptions recipe;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed (${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--history", paramLabel = "FILE", description = "Write the loss curve as CSV, every 100 epochs.")
    Path history;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description =
                    "For observed entries: write them, the predicted matrix and the ground truth side by side as PNG.")
    Path picture;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        recipe.check();
        if (history != null) {
            AtomicFile.requireWritableFile(history, "--history");
        }
        if (picture != null) {
            AtomicFile.requireWritableFile(picture, "--picture");
        }
        Problem asked = problem.problem(this::interrupted);
        if (picture != null && asked.train().positions().isEmpty()) {
            throw new InputException("--picture " + picture + ": allowed only where single entries are observed");
        }
        if (picture != null && !CompletionPicture.fits(asked)) {
            throw new InputException("--picture " + picture + ": " + asked.rows() + " x " + asked.cols()
                    + " side by side is too large for a picture; below 2^31 pixels are allowed");
        }
        GradientDescent descent =
                recipe.descent(asked, network.network()).seed(seed).cancelWhen(this::interrupted);
        if (history != null) {
            descent = descent.historyEvery(100);
        }
        Descent result;
        try {
            result = descent.threads(Runtime.getRuntime().availableProcessors()).run();
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new InputException(e.getMessage());
        } catch (DescentCancelledException e) {
            return interrupted(
                    e.partial().filter(partial -> partial.end().epoch() > 0).orElseThrow(() -> e));
        }
        if (picture != null) {
            float[] predicted = result.predicted();
            AtomicFile.write(picture, out -> CompletionPicture.write(asked, predicted, out));
        }
        if (history != null) {
            writeHistory(result.history());
        }
        System.out.println(json ? Json.print(DescentJson.write(result)) : text(result));
        return ExitCode.DONE;
    }

    /** Prints the state at the interruption, which has no predicted matrix. */
    private int interrupted(Descent partial) throws IOException {
        if (history != null) {
            writeHistory(partial.history());
        }
        System.out.println(json ? Json.print(DescentJson.write(partial)) : text(partial));
        System.err.println("gnc: interrupted; the result is that of the "
                + partial.end().epoch() + " epochs until then" + (picture == null ? "" : ", and there is no picture"));
        return ExitCode.INTERRUPTED;
    }

    private void writeHistory(List<LossPoint> points) throws IOException {
        AtomicFile.write(history, out -> {
            try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord("epoch", "train_loss", "generalization_loss");
                for (LossPoint point : points) {
                    csv.writeRecord(
                            Integer.toString(point.epoch()),
                            Double.toString(point.trainLoss()),
                            Double.toString(point.generalizationLoss()));
                }
            }
        });
    }

    private static String text(Descent d) {
        return String.format(
                Locale.ROOT,
                "%d epochs in %.2f s: training loss %.5g, generalization loss %.5g%s%ndigest %s",
                d.end().epoch(),
                d.execution().seconds(),
                d.end().trainLoss(),
                d.end().generalizationLoss(),
                d.converged() ? "" : " (not converged: the training loss is above 0.1% of the zero matrix's)",
                d.digest());
    }
}
