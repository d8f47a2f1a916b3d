package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guesscheck.core.data.Fit;
import org.guesscheck.gnc.json.Fields;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.learn.LearnedSet;
import org.guesscheck.gnc.learn.LearningJournal;
import org.guesscheck.gnc.learn.LearningRecord;
import org.guesscheck.gnc.learn.SetsSummary;
import org.guesscheck.gnc.learn.SetsSummary.Row;
import org.guesscheck.gnc.learn.SetsSummary.Value;
import org.guesscheck.gnc.sweep.PanelFiles;
import org.guesscheck.gnc.text.InputException;

/**
 * What gnc learn left in its directory.
 *
 * @param directory where it is
 * @param run its run.json
 * @param sets the training sets in it
 * @param kept how many finished sets the journal has, which may be more
 */
record LearningResult(Path directory, Fields run, List<LearnedSet> sets, long kept) {
    /** Above so many numbers of samples, only the tested ones are drawn. */
    private static final int MOST_DRAWN = 256;

    /** Whether a directory is one of learning curves. */
    static boolean is(Path directory) {
        return Files.isRegularFile(directory.resolve(LearningJournal.FILE));
    }

    /**
     * Reads the files.
     *
     * @throws InputException if one is missing or broken
     */
    static LearningResult read(Path directory) throws IOException {
        Path file = directory.resolve(PanelFiles.RUN);
        Path journal = directory.resolve(LearningJournal.FILE);
        if (!Files.exists(file)) {
            throw new InputException(journal + ": its run goes on, or was cut off before it left a " + PanelFiles.RUN
                    + "; the command that began it resumes it with --resume");
        }
        ObjectNode run = Json.read(file);
        Fields fields = new Fields(file.toString(), "", run);
        fields.choice(LearningRecord.KIND, List.of(LearningRecord.WHAT));
        List<LearnedSet> sets =
                fields.objects("sets").stream().map(LearnedSet::read).toList();
        return new LearningResult(directory, fields, sets, kept(journal));
    }

    private static long kept(Path journal) throws IOException {
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.filter(line -> line.startsWith("{\"set\":") && line.endsWith("}"))
                    .count();
        }
    }

    /** How many sets were asked for. */
    int asked() {
        return run.integer("trainingSets", 1);
    }

    /** The numbers of the sets that are not to be trusted. */
    List<Integer> doubtful() {
        return IntStream.range(0, sets.size())
                .filter(set -> !sets.get(set).curve().diagnostics().trustworthy())
                .boxed()
                .toList();
    }

    /** Where the samples are from. */
    String title() {
        return "Learning curves: " + run.object("question").object("data").text("name");
    }

    /** Whether there is gradient descent beside guess and check. */
    boolean descends() {
        return sets.getFirst().descent().isPresent();
    }

    /** Whether training samples fit that are right, as test samples are. */
    boolean judgesRight() {
        return run.object("question").text("fit").equals(Fit.RIGHT.toString());
    }

    /** The numbers of samples that a figure shows: from 1 on, since its axis may be logarithmic. */
    List<Row> drawn() {
        List<Row> rows = SetsSummary.of(sets);
        return (rows.size() <= MOST_DRAWN ? rows : listed())
                .stream().filter(row -> row.samples() > 0).toList();
    }

    /** The accuracy of networks of the prior; empty where none were tested. */
    Optional<Value> prior() {
        Row first = SetsSummary.of(sets).getFirst();
        return first.samples() == 0 ? first.accuracy() : Optional.empty();
    }

    /** The numbers of samples that a table lists: those at which networks were tested, and the last. */
    List<Row> listed() {
        List<Row> rows = SetsSummary.of(sets);
        int last = rows.getLast().samples();
        return rows.stream()
                .filter(row -> row.accuracy().isPresent() || row.samples() == last)
                .toList();
    }
}
