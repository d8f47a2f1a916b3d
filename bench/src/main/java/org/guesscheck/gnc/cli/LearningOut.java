package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.gnc.learn.LearningFiles;
import org.guesscheck.gnc.learn.LearningJournal;
import org.guesscheck.gnc.learn.LearningQuestion;
import org.guesscheck.gnc.sweep.Beginning;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** The directory of learning curves, and what becomes of those that it holds. */
final class LearningOut {
    private static final String OUT = "--out";
    private static final String RESUME = "--resume";
    private static final String OVERWRITE = "--overwrite";
    private static final String WEIGHTS = "--weights";
    private static final int MOST_WEIGHTS = 1 << 20;

    @Option(
            names = OUT,
            paramLabel = "DIR",
            description = "Keep every finished training set in this directory, and write curves.csv, the figure (PNG,"
                    + " SVG, PDF) and run.json to it.")
    private Path directory;

    @Option(
            names = RESUME,
            description = "With --out: go on after the training sets that are finished there; they are not computed"
                    + " again, and the results are those of a run without interruption.")
    private boolean resume;

    @Option(names = OVERWRITE, description = "With --out: start over, and replace earlier curves there.")
    private boolean overwrite;

    @Option(
            names = WEIGHTS,
            paramLabel = "N",
            description = "With --out: write the weights of up to N accepted networks of each training set to"
                    + " weights-SET.npz, at the largest number of samples.")
    private Integer weights;

    /** How many accepted networks of each training set are to be written. */
    int weights() {
        return weights == null ? 0 : weights;
    }

    /**
     * Checks before any work is done.
     *
     * @throws InputException if options do not fit each other, or the directory is somebody else's
     */
    void check() {
        if (overwrite && directory == null) {
            throw new InputException(OVERWRITE + ": allowed only with " + OUT);
        }
        if (resume && directory == null) {
            throw new InputException(RESUME + ": allowed only with " + OUT);
        }
        if (weights != null && directory == null) {
            throw new InputException(WEIGHTS + ": allowed only with " + OUT);
        }
        if (weights != null && (weights < 1 || weights > MOST_WEIGHTS)) {
            throw new InputException(WEIGHTS + " " + weights + ": 1 to " + MOST_WEIGHTS + " is allowed");
        }
        if (resume && overwrite) {
            throw new InputException(RESUME + ": not allowed beside " + OVERWRITE + "; one of the two is");
        }
        if (directory != null) {
            LearningFiles.requireRoom(directory, overwrite);
        }
    }

    /**
     * Makes the directory, if there is one, and reads the sets that are to be kept.
     *
     * @param network whose weights are written
     * @param number how many sets are asked for
     * @throws InputException if sets would be lost, or the directory can't be written
     */
    KeptSets open(LearningQuestion question, Perceptron network, int number) throws IOException {
        if (directory == null) {
            return new KeptSets(Optional.empty(), directory, network);
        }
        LearningFiles.requireWritable(directory);
        Beginning beginning = resume ? Beginning.RESUME : overwrite ? Beginning.OVERWRITE : Beginning.FRESH;
        KeptSets kept = new KeptSets(
                Optional.of(LearningJournal.begin(directory, question, beginning, number)), directory, network);
        if (resume) {
            System.err.println("going on: " + kept.sets().size() + " of " + number + " training sets are finished");
        }
        return kept;
    }

    /** Arguments without these options, which are none of the question. */
    List<String> without(List<String> arguments) {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals(OUT)) {
                i++;
            } else if (!argument.startsWith(OUT + "=")
                    && !List.of(RESUME, OVERWRITE).contains(argument)) {
                others.add(argument);
            }
        }
        return others;
    }
}
