package org.guesscheck.gnc.learn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.descent.LearningDescentPoint;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.guesscheck.gnc.figure.FigureFiles;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.sweep.PanelFiles;
import org.guesscheck.gnc.text.InputException;

/** The files of learning curves: {@code curves.csv} with a line for each set and number of samples, the figure, and the record. */
public final class LearningFiles {
    private static final String CURVES = "curves.csv";
    private static final String[] FILES = {CURVES, "figure.png", PanelFiles.FIGURE, "figure.pdf", PanelFiles.RUN};

    private LearningFiles() {}

    /**
     * Refuses a directory of others, or one with curves whose sets were not kept, as earlier versions left them.
     *
     * @param overwrite whether curves are to be replaced
     * @throws InputException if it is one, naming the file that tells
     */
    public static void requireRoom(Path directory, boolean overwrite) {
        Path journal = directory.resolve(Journal.FILE);
        if (Files.exists(journal)) {
            throw new InputException(journal + ": is of a sweep; another --out is needed for learning curves");
        }
        PanelFiles.requireNoPoints(directory, "learning curves");
        Path curves = directory.resolve(CURVES);
        if (Files.exists(curves) && !Files.exists(directory.resolve(LearningJournal.FILE)) && !overwrite) {
            throw new InputException(
                    curves + ": is of finished curves; another --out keeps it, and --overwrite replaces it");
        }
    }

    /** Removes what was made of sets that are given up, and what a program that was killed left; the journal is ours. */
    static void invalidate(Path directory) throws IOException {
        for (String name : FILES) {
            PanelFiles.remove(directory.resolve(name));
        }
        PanelFiles.remove(directory.resolve(PanelFiles.REPORT));
        removeLeftovers(directory);
        for (int set = 0; Files.exists(weights(directory, set)); set++) {
            PanelFiles.remove(weights(directory, set));
        }
    }

    /** Removes the temporary files of programs that were killed; the journal is ours. */
    static void removeLeftovers(Path directory) throws IOException {
        List<String> names = new ArrayList<>(List.of(FILES));
        int set = 0;
        // A program may have been killed while it wrote the weights of the set behind the last one.
        do {
            names.add(weights(directory, set).getFileName().toString());
        } while (Files.exists(weights(directory, set++)));
        PanelFiles.removeLeftovers(directory, names);
    }

    /**
     * Makes the directory and proves that the files can be written there, before any work is done for them.
     *
     * @throws InputException if not, naming the option
     */
    public static void requireWritable(Path directory) {
        AtomicFile.requireWritable(directory, "--out", FILES);
    }

    /** Where the weights of a set's networks lie. */
    public static Path weights(Path directory, int set) {
        return directory.resolve("weights-" + set + ".npz");
    }

    /** Writes table, figure and record. */
    public static void write(Path directory, String title, String subtitle, List<LearnedSet> sets, ObjectNode record)
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
        FigureFiles.write(
                directory,
                LearningFigure.chart(
                        title,
                        subtitle,
                        sets,
                        record.at("/question/fit").asText().equals(Fit.RIGHT.toString())));
        AtomicFile.write(directory.resolve(PanelFiles.RUN), Json.print(record) + "\n");
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
