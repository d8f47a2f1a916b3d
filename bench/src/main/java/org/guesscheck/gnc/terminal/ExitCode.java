package org.guesscheck.gnc.terminal;

/** How the process ends. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;

    /** The work failed. */
    public static final int FAILED = 1;

    /** The command line or an input file is wrong. */
    public static final int USAGE = 2;

    /** The work was done, and whether its answer is good or bad can't be told. */
    public static final int UNDECIDED = 3;

    /** Stopped by the user. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
