package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.posterior.AcceptedNetworks;
import org.guesscheck.gnc.arrays.NetworksNpz;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.learn.LearnedSet;
import org.guesscheck.gnc.learn.LearningFiles;
import org.guesscheck.gnc.learn.LearningJournal;
import org.guesscheck.gnc.learn.LearningRecord;

/** The finished training sets of a command, which are on the disk where there is a directory for them. */
final class KeptSets implements AutoCloseable {
    private final Optional<LearningJournal> journal;
    private final Path directory;
    private final Perceptron network;
    private final List<LearnedSet> sets;

    /** The sets of a journal, for more to come; without one none. */
    KeptSets(Optional<LearningJournal> journal, Path directory, Perceptron network) {
        this.journal = journal;
        this.directory = directory;
        this.network = network;
        sets = new ArrayList<>(journal.map(LearningJournal::sets).orElse(List.of()));
    }

    /** The finished sets, the first ones of all. */
    List<LearnedSet> sets() {
        return List.copyOf(sets);
    }

    /** Adds the next one; where there is a directory, it is on the disk when this returns. */
    void add(LearnedSet set) throws IOException {
        if (journal.isPresent()) {
            // Before the set counts as finished.
            AcceptedNetworks networks = set.curve().networks();
            if (networks.count() > 0) {
                AtomicFile.write(
                        LearningFiles.weights(directory, sets.size()),
                        out -> NetworksNpz.write(networks, network, out));
            }
            journal.get().add(set);
        }
        sets.add(set);
    }

    /** How many are finished, and how the others come to be. */
    String inWords(int number) {
        String finished = sets.size() + " of " + number + " training sets are ";
        return journal.isEmpty()
                ? finished + "finished"
                : finished + "saved in " + directory + "; the same command with --resume goes on";
    }

    /** Writes table, figure and record, where there is a directory for them. */
    void write(String title, String subtitle, List<String> arguments, int number) throws IOException {
        if (journal.isPresent()) {
            LearningFiles.write(
                    directory, title, subtitle, sets, LearningRecord.of(journal.get(), arguments, number, subtitle));
        }
    }

    @Override
    public void close() throws IOException {
        if (journal.isPresent()) {
            journal.get().close();
        }
    }
}
