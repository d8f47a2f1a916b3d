package org.guesscheck.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guesscheck.bench.config.Presets;
import org.guesscheck.bench.json.InputException;
import org.guesscheck.bench.sweep.Journal;

/**
 * The panels of a result directory: its own, or those in the directories below it.
 *
 * @param path the directory
 * @param panels in the presets' order, then in the natural order of their names
 * @param unfinished directories below it whose sweep was killed before it could leave a run.json
 */
record ResultDirectory(Path path, List<PanelResult> panels, List<Path> unfinished) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /**
     * Reads a directory.
     *
     * @throws InputException if it is missing, has no results, or has broken ones
     */
    static ResultDirectory read(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new InputException(path + ": there is no such directory; the --out directory of a sweep is needed");
        }
        List<PanelResult> panels = new ArrayList<>();
        List<Path> unfinished = new ArrayList<>();
        for (Path directory : candidates(path)) {
            if (Files.exists(directory.resolve(PanelResult.RUN))) {
                panels.add(PanelResult.read(directory));
            } else if (Files.exists(directory.resolve(Journal.FILE))) {
                unfinished.add(directory);
            }
        }
        if (panels.isEmpty()) {
            throw new InputException(
                    unfinished.isEmpty()
                            ? path + ": neither it nor a directory in it has a run.json; the --out directory of a sweep"
                                    + " is needed"
                            : unfinished.getFirst() + ": its sweep was killed before it left a run.json; gnc sweep"
                                    + " --resume finishes it");
        }
        return new ResultDirectory(path, List.copyOf(panels), List.copyOf(unfinished));
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

    /** Numbers filled up with zeros, so that figure-2 comes before figure-10. */
    private static String naturalKey(Path path) {
        return NUMBER.matcher(path.getFileName().toString())
                .replaceAll(match -> "0".repeat(Math.max(0, 12 - match.group().length())) + match.group());
    }
}
