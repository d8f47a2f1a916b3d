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
import org.guesscheck.core.descent.LearningDescentPoint;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
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
    public static void write(Path directory, String title, String subtitle, List<LearnedSet> sets) throws IOException {
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
                        "descentAccuracy",
                        "descentLow",
                        "descentHigh",
                        "descentReached",
                        "descentRuns",
                        "trustworthy",
                        "digest");
                for (int set = 0; set < sets.size(); set++) {
                    for (LearningPoint point : sets.get(set).curve().fromPrior()) {
                        csv.writeRecord(fields(set, sets.get(set), point));
                    }
                }
            }
        });
        FigureFiles.write(directory, LearningFigure.chart(title, subtitle, sets));
    }

    private static String[] fields(int number, LearnedSet set, LearningPoint point) {
        LearningCurve curve = set.curve();
        Optional<LearningDescentPoint> descent = set.descentAt(point.samples());
        Optional<TestAccuracy> trained = descent.flatMap(LearningDescentPoint::accuracy);
        Interval trainedInterval = trained.map(TestAccuracy::interval).orElse(Interval.UNKNOWN);
        Optional<TestAccuracy> accuracy = point.accuracy();
        Interval interval = accuracy.map(TestAccuracy::interval).orElse(Interval.UNKNOWN);
        return new String[] {
            Integer.toString(number),
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
            text(trained.map(TestAccuracy::mean).orElse(Double.NaN)),
            text(trainedInterval.low()),
            text(trainedInterval.high()),
            descent.map(d -> Integer.toString(d.reached())).orElse(""),
            descent.map(d -> Integer.toString(d.runs())).orElse(""),
            Boolean.toString(curve.diagnostics().trustworthy()),
            curve.origin().digest()
        };
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
