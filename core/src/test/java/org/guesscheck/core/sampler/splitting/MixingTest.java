package org.guesscheck.core.sampler.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MixingTest {
    @Test
    void correlationIsPearsons() {
        float[] losses = {1, 2, 4, 3};
        assertEquals(1, Mixing.correlation(losses, new float[] {3, 5, 9, 7}), 1e-12);
        assertEquals(-1, Mixing.correlation(losses, new float[] {4, 3, 1, 2}), 1e-12);
        assertEquals(0.8, Mixing.correlation(losses, new float[] {1, 2, 3, 4}), 1e-12);
        assertEquals(0, Mixing.correlation(losses, new float[] {5, 5, 5, 5}));
    }
}
