package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuartilesTest {
    @Test
    void interpolatesBetweenOrderStatistics() {
        assertEquals(Optional.of(new Quartiles(1.75, 2.5, 3.25)), Quartiles.of(4, 1, 3, 2));
        assertEquals(Optional.of(new Quartiles(2, 3, 4)), Quartiles.of(5, 4, 3, 2, 1));
    }

    @Test
    void leavesOutWhatIsUnknown() {
        assertEquals(Optional.of(new Quartiles(7, 7, 7)), Quartiles.of(Double.NaN, 7));
        assertEquals(Optional.empty(), Quartiles.of(Double.NaN));
    }
}
