package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.nio.file.Path;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.Journal;

/**
 * A panel to be run.
 *
 * @param config what is asked
 * @param directory where its files go
 * @param journal of the directory
 */
public record Panel(SweepConfig config, Path directory, Journal journal) {
    /**
     * Makes the directory ready for more results.
     *
     * @param resume whether they come after those that are there; otherwise those are dropped
     */
    public void begin(boolean resume) throws IOException {
        if (resume && journal.begun()) {
            journal.resume();
        } else {
            journal.lock();
            // Before the journal, so that no moment has the old files beside the new head.
            PanelFiles.invalidate(directory);
            journal.startOver();
        }
    }
}
