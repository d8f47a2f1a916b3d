package org.guesscheck.gnc.sweep;

import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.journal.JournalUnit;
import org.guesscheck.gnc.text.InputException;

/**
 * Why a part of a cell has no result.
 *
 * @param method what failed: guess and check, gradient descent, or the problem of both
 * @param cause what it threw
 */
public record Failure(String method, Throwable cause) {
    /** The method that draws. */
    public static final String GUESS_AND_CHECK = JournalUnit.GUESS_AND_CHECK;

    /** The method that descends. */
    public static final String GRADIENT_DESCENT = JournalUnit.GRADIENT_DESCENT;

    /** What both methods need. */
    static final String PROBLEM = "the problem";

    /** The cause in words. */
    public String reason() {
        String said =
                cause.getMessage() == null ? "" : cause.getMessage().strip().replaceAll("\\s+", " ");
        return switch (cause) {
            case OutOfMemoryError memory -> "not enough memory" + (said.isEmpty() ? "" : " (" + said + ")");
            case StackOverflowError deep -> "not enough memory for a thread's stack";
            // Their messages are sentences for users.
            case IllegalArgumentException setting when !said.isEmpty() -> said;
            case InputException file -> said;
            case UnsupportedOperationException unusable when !said.isEmpty() -> said;
            case ClusterFailure cluster -> said;
            default -> cause.getClass().getSimpleName() + (said.isEmpty() ? "" : ": " + said);
        };
    }

    boolean lackOfMemory() {
        return cause instanceof OutOfMemoryError;
    }
}
