package org.guesscheck.gnc.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The journal could not be written: no failure of what was computed, and the end of the run. */
final class JournalFailure extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    JournalFailure(IOException cause) {
        super(cause);
    }
}
