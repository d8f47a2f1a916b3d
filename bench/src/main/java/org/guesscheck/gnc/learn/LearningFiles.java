package org.guesscheck.gnc.learn;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.guesscheck.core.posterior.TestAccuracy;
import org.guesscheck.gnc.figure.FigureFiles;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.text.InputException;

/** The files of learning curves: {@code curves.csv} with a line for each set and number of samples, and the figure. */
public final class LearningFiles {
    private static final String CURVES = "curves.csv";
    private static final String[] FILES = {CURVES, "figure.png", "figure.svg", "figure.pdf"};

    private LearningFiles() {}

    /**
     * Refuses a directory in which curves would be lost.
     *
     * @param overwrite whether they are to be replaced
     * @throws InputException if there are some
     */
    public static void requireRoom(Path directory, boolean overwrite) {
        Path curves = directory.resolve(CURVES);
        if (Files.exists(curves) && !overwrite) {
            throw new InputException(
                    curves + ": is of finished curves; another --out keeps it, and --overwrite replaces it");
        }
    }

    /**
     * Makes the directory and proves that the files can be written there, before any work is done for them.
     *
     * @throws InputException if not, naming the option
     */
    public static void requireWritable(Path directory) {
        AtomicFile.requireWritable(directory, "--out", FILES);
    }

    /** Writes table and figure. */
    public static void write(Path directory, String title, String subtitle, List<LearningCurve> curves)
            throws IOException {
        AtomicFile.write(directory.resolve(CURVES), out -> {
            try (CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord(
                        "set",
                        "samples",
                        "sampler",
                        "accepted",
                        "probability",
                        "probabilityLow",
                        "probabilityHigh",
                        "accuracy",
                        "accuracyLow",
                        "accuracyHigh",
                        "accuracyDeviation",
                        "networks",
                        "trustworthy",
                        "digest");
                for (int set = 0; set < curves.size(); set++) {
                    for (LearningPoint point : curves.get(set).points()) {
                        csv.writeRecord(fields(set, curves.get(set), point));
                    }
                }
            }
        });
        FigureFiles.write(directory, LearningFigure.chart(title, subtitle, curves));
    }

    private static String[] fields(int set, LearningCurve curve, LearningPoint point) {
        Optional<TestAccuracy> accuracy = point.accuracy();
        Interval interval = accuracy.map(TestAccuracy::interval).orElse(Interval.UNKNOWN);
        return new String[] {
            Integer.toString(set),
            Integer.toString(point.samples()),
            curve.origin().sampler(),
            Long.toString(point.accepted()),
            text(point.probability()),
            text(point.probabilityInterval().low()),
            text(point.probabilityInterval().high()),
            text(accuracy.map(TestAccuracy::mean).orElse(Double.NaN)),
            text(interval.low()),
            text(interval.high()),
            text(accuracy.map(TestAccuracy::deviation).orElse(Double.NaN)),
            accuracy.map(a -> Long.toString(a.networks())).orElse(""),
            Boolean.toString(curve.diagnostics().trustworthy()),
            curve.origin().digest()
        };
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
