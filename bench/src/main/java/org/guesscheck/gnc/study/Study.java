package org.guesscheck.gnc.study;

import java.io.IOException;

/** A question beyond the paper that is not a sweep over widths or depths. Its result is a table and a figure. */
public interface Study {
    /** The study's name on the command line. */
    String name();

    /** The subject of the figure, in one sentence without a full stop. */
    String shows();

    /** Computes the curves. */
    Curves run(Setting setting) throws IOException;
}
