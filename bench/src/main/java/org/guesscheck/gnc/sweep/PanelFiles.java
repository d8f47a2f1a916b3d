package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.gnc.files.FileFailure;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.text.InputException;

/** The files that a sweep leaves in a panel's directory beside its journal, by their names. */
public final class PanelFiles {
    /** The table with the columns of the paper's code. */
    public static final String RESULTS = "results.csv";

    /** The tidy table. */
    public static final String ESTIMATES = "estimates.csv";

    /** The whole config and where it was run. */
    public static final String RUN = "run.json";

    /** The figure that a report shows. */
    public static final String FIGURE = "figure.svg";

    /** The page of a report. */
    public static final String REPORT = "report.html";

    /** What a sweep writes, and so nobody else while the sweep has the journal. */
    private static final List<String> OF_A_SWEEP = List.of(RESULTS, ESTIMATES, RUN, FIGURE, "figure.png", "figure.pdf");

    /** The table of a study. */
    private static final String OF_A_STUDY = "points.csv";

    /** The finished sets of learning curves. */
    public static final String OF_LEARNING = "sets.jsonl";

    /** What others write in no more than seconds. */
    private static final List<String> OF_OTHERS = List.of(REPORT, OF_A_STUDY, "gnc");

    /** A temporary file that has not been changed for so long is in nobody's hands. */
    private static final Duration LONG = Duration.ofHours(1);

    private PanelFiles() {}

    /** All that a sweep writes beside its journal. */
    public static String[] names() {
        return OF_A_SWEEP.toArray(String[]::new);
    }

    /**
     * Refuses the directory of a study or of learning curves, whose files have the names of a sweep's.
     *
     * @throws InputException if it is one, naming the file that tells
     */
    public static void requireNoStudy(Path directory) {
        Path sets = directory.resolve(OF_LEARNING);
        if (Files.exists(sets)) {
            throw new InputException(sets + ": is of learning curves; another --out is needed for a sweep");
        }
        if (!Files.exists(directory.resolve(Journal.FILE))) {
            requireNoPoints(directory, "a sweep");
        }
    }

    /**
     * Refuses a directory with the points of a study.
     *
     * @param what is to be written there
     * @throws InputException if there are some
     */
    public static void requireNoPoints(Path directory, String what) {
        Path points = directory.resolve(OF_A_STUDY);
        if (Files.exists(points)) {
            throw new InputException(points + ": is of a study; another --out is needed for " + what);
        }
    }

    /** Removes what was made of a journal that is given up, so that it can't be taken for what comes. */
    static void invalidate(Path directory) throws IOException {
        for (String name : OF_A_SWEEP) {
            remove(directory.resolve(name));
        }
        remove(directory.resolve(REPORT));
        CellSlices.removeAll(directory);
    }

    /** Removes a file of results. A link or a device is somebody's choice of a place, and stays. */
    public static void remove(Path file) throws IOException {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw FileFailure.writing(file, e);
        }
    }

    /** Removes the temporary files of programs that were killed; the directory's journal is ours. */
    static void removeLeftovers(Path directory) throws IOException {
        removeLeftovers(directory, OF_A_SWEEP);
    }

    /** The same where the files of the journal's owner have these names. */
    public static void removeLeftovers(Path directory, List<String> names) throws IOException {
        Instant old = Instant.now().minus(LONG);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                boolean ours = temporary(file, names);
                if (ours || temporary(file, OF_OTHERS) && lastModified(file).isBefore(old)) {
                    remove(file);
                }
            }
        } catch (IOException e) {
            throw FileFailure.writing(directory, e);
        }
    }

    private static boolean temporary(Path file, List<String> names) {
        String name = file.getFileName().toString();
        return name.endsWith(".tmp") && names.stream().anyMatch(of -> name.matches("\\.\\Q" + of + "\\E[-\\w]*\\.tmp"));
    }

    private static Instant lastModified(Path file) throws IOException {
        return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    }
}
