package org.guesscheck.gnc.study;

import java.io.IOException;

/** A question beyond the paper that is not a sweep over widths or depths; it leaves a table and a figure. */
public interface Study {
    /** Its name on the command line. */
    String name();

    /** What it shows, in one sentence without a full stop. */
    String shows();

    /** Computes and draws. */
    Curves run(Setting setting) throws IOException;
}
