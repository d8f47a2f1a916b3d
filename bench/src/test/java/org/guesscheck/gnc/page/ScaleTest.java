package org.guesscheck.gnc.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void equalLengthsAreEqualRatios() {
        Scale scale = Scale.logarithmic(0.3, 150);
        assertEquals(new Scale(0.2, 200, true), scale);
        assertEquals(0, scale.at(0.2), 1e-12);
        assertEquals(1 / 3.0, scale.at(2), 1e-12);
        assertEquals(List.of(0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0), scale.ticks());
        assertEquals(
                List.of(1.0, 10.0, 100.0, 1000.0, 10000.0),
                Scale.logarithmic(1, 1e4).ticks());
    }

    @Test
    void aLinearScaleHasFewRoundTicks() {
        assertEquals(List.of(0.0, 0.5, 1.0, 1.5, 2.0), Scale.linear(0, 2.1).ticks());
        for (double high : new double[] {0.07, 1, 3, 7, 64, 1e6}) {
            int ticks = Scale.linear(0, high).ticks().size();
            assertTrue(ticks >= 4 && ticks <= 12, ticks + " ticks up to " + high);
        }
    }

    @Test
    void aRangeWithoutLengthOrLogarithmIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Scale.linear(1, 1));
        assertThrows(IllegalArgumentException.class, () -> Scale.linear(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Scale(0, 1, true));
    }
}
