package org.guesscheck.core.comparison;

/** What is compared. */
public enum Part {
    /** Networks drawn from the prior, whatever their training loss is. */
    PRIOR,
    /** Networks drawn from the prior whose training loss is below the threshold. */
    GUESS_AND_CHECK,
    /** Runs of gradient descent at the first epoch whose training loss is below the threshold; those that never get there do not count. */
    DESCENT_AT_EPS,
    /** The same runs after all their epochs; those that diverge do not count. */
    DESCENT_AT_END
}
