package org.guesscheck.gnc.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.journal.JournalHead;
import org.guesscheck.gnc.sweep.PanelFiles;
import org.guesscheck.gnc.text.InputException;

/**
 * The panels of a result directory: its own, or those in the directories below it.
 *
 * @param path the directory
 * @param panels in the presets' order, then in the natural order of their names
 * @param unfinished directories that are not shown: the sweep's files are missing or belong to another sweep, or there is no sweep
 */
record ResultDirectory(Path path, List<PanelResult> panels, List<ResultDirectory.Unfinished> unfinished) {
    private static final String REMEDY = "the command that began it resumes it with --resume";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** A directory whose files are missing or belong to another sweep, and the reason. */
    record Unfinished(Path path, String why) {}

    /**
     * Reads a directory.
     *
     * @throws InputException if the directory is missing, or has no results or broken results
     */
    static ResultDirectory read(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new InputException(path + ": there is no such directory; the --out directory of a sweep is needed");
        }
        List<PanelResult> panels = new ArrayList<>();
        List<Unfinished> unfinished = new ArrayList<>();
        for (Path directory : candidates(path)) {
            boolean ran = Files.exists(directory.resolve(PanelFiles.RUN));
            Path journal = directory.resolve(Journal.FILE);
            if (LearningResult.is(directory)) {
                unfinished.add(new Unfinished(
                        directory,
                        "it is of learning curves, which have a page of their own (gnc report " + directory + ")"));
            } else if (!ran && Files.exists(journal)) {
                unfinished.add(new Unfinished(
                        directory,
                        "its sweep is running, or was cut off before it left a " + PanelFiles.RUN + "; " + REMEDY));
            } else if (ran) {
                add(PanelResult.read(directory), panels, unfinished);
            }
        }
        if (panels.isEmpty()) {
            throw new InputException(
                    unfinished.isEmpty()
                            ? path + ": neither it nor a directory in it has a run.json; the --out directory of a sweep"
                                    + " is needed"
                            : unfinished.getFirst().path() + ": "
                                    + unfinished.getFirst().why());
        }
        return new ResultDirectory(path, List.copyOf(panels), List.copyOf(unfinished));
    }

    /** Adds a panel. If its run.json is of another sweep than its journal, the panel is not shown, because its files are mixed. */
    private static void add(PanelResult panel, List<PanelResult> panels, List<Unfinished> unfinished)
            throws IOException {
        try {
            String began = panel.run().path("start").asText();
            JournalHead.read(panel.directory())
                    .flatMap(head -> head.difference(panel.config(), began))
                    .ifPresentOrElse(
                            what -> unfinished.add(new Unfinished(
                                    panel.directory(),
                                    PanelFiles.RUN + " is of another sweep than " + Journal.FILE + " (" + what
                                            + "), which was started over and is running or was cut off; "
                                            + REMEDY)),
                            () -> panels.add(panel));
        } catch (InputException e) {
            panels.add(panel.with("The journal can't tell whether it belongs to these files: " + e.getMessage() + "."));
        }
    }

    private static List<Path> candidates(Path path) throws IOException {
        List<Path> candidates = new ArrayList<>(List.of(path));
        try (Stream<Path> below = Files.list(path)) {
            below.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(ResultDirectory::preset).thenComparing(ResultDirectory::naturalKey))
                    .forEach(candidates::add);
        }
        return candidates;
    }

    private static int preset(Path path) {
        int index =
                List.copyOf(Presets.all().keySet()).indexOf(path.getFileName().toString());
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    /** A name with its numbers padded with zeros, so that figure-2 comes before figure-10. */
    private static String naturalKey(Path path) {
        return NUMBER.matcher(path.getFileName().toString())
                .replaceAll(match -> "0".repeat(Math.max(0, 12 - match.group().length())) + match.group());
    }
}
