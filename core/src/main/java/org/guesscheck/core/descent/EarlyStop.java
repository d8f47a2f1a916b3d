package org.guesscheck.core.descent;

/**
 * What ends a run before its last step.
 *
 * @param below the run ends at the first epoch, 0 included, whose training loss is below this; 0 for none
 * @param diverged whether the run ends at the first epoch whose training loss is not finite
 */
record EarlyStop(double below, boolean diverged) {
    /** All steps are taken. */
    static final EarlyStop NEVER = new EarlyStop(0, false);

    EarlyStop below(double value) {
        Ranges.require(value > 0 && value < Double.POSITIVE_INFINITY, "stopBelow", value, "a finite number above 0");
        return new EarlyStop(value, diverged);
    }

    /** Whether losses are looked at in every epoch. */
    boolean watches() {
        return below > 0 || diverged;
    }

    /** Whether a run ends at a training loss. */
    boolean ends(double trainLoss) {
        return trainLoss < below || diverged && !Double.isFinite(trainLoss);
    }

    /** Why a run is over that has this training loss. */
    Ending ending(double trainLoss) {
        return !Double.isFinite(trainLoss) ? Ending.DIVERGED : trainLoss < below ? Ending.REACHED : Ending.EPOCHS;
    }
}
