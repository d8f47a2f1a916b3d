package org.guesscheck.gnc.journal;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The journal could not be written: no failure of what was computed, and the end of the run. */
public final class JournalFailure extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    /** Takes the reason, a sentence that names the file. */
    public JournalFailure(IOException cause) {
        super(cause);
    }
}
