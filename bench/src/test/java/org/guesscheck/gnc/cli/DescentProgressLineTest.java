package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.guesscheck.core.descent.DescentProgress;
import org.guesscheck.core.descent.EnsembleProgress;
import org.junit.jupiter.api.Test;

/** The words of the progress line. */
class DescentProgressLineTest {
    @Test
    void oneRunHasItsShareOfTheEpochs() {
        assertEquals(
                "25%, 30 s left, 5.00e4 epochs/s",
                DescentProgressLine.text(new DescentProgress(500_000, 2_000_000, 10)));
    }

    @Test
    void manyRunsHaveTheTimeThatTheOthersWillTake() {
        assertEquals(
                "12 of 50 runs, 24%, 38 s left, 120 epochs/s",
                DescentProgressLine.text(new EnsembleProgress(12, 50, 1440, 6000, 12)));
    }

    @Test
    void beforeTheFirstStepThereIsNoTimeLeft() {
        assertEquals(
                "0 of 50 runs, 0%, 0 epochs/s", DescentProgressLine.text(new EnsembleProgress(0, 50, 0, 6000, 0.1)));
    }
}
