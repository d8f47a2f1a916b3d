package org.guesscheck.gnc.journal;

/**
 * An init scale of a ladder, and how many of the runs that began with it at a place of the sweep fit: they ended with a training loss
 * below the threshold of guess and check. The runs are those of all trials and initializations.
 *
 * @param initScale the scale of the initial weights
 * @param fitting how many fit
 * @param runs how many there were
 */
public record Rung(double initScale, int fitting, int runs) {
    /** A rung is taken if so many percent of the runs fit: nearly all, but an unlucky start of some counts for little. */
    public static final int PERCENT = 90;

    /** Whether nearly all runs fit. */
    public boolean fits() {
        return 100L * fitting >= (long) PERCENT * runs;
    }
}
