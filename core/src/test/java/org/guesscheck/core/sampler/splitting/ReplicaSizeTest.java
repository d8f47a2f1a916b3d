package org.guesscheck.core.sampler.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReplicaSizeTest {
    @Test
    void fewerParticlesWhereLossesAreAlike() {
        ReplicaSize size = new ReplicaSize(512, 0.03);
        assertEquals(64, size.particles(0, 10));
        assertEquals(512, size.particles(100, 10));
        int between = size.particles(0.2, 10);
        assertTrue(between > 64 && between < 512 && between % 16 == 0, between + " particles");
        assertTrue(new ReplicaSize(512, 0.02).particles(0.2, 10) > between);
    }

    @Test
    void manyLevelsNeedMoreParticles() {
        ReplicaSize size = new ReplicaSize(512, 0.03);
        assertEquals(256, size.particles(0, 64));
        assertEquals(512, size.particles(0, 1000));
    }

    @Test
    void aNumberOfOnesOwnStays() {
        assertEquals(512, new ReplicaSize(512, 0).particles(0, 10));
        assertEquals(32, new ReplicaSize(32, 0.03).particles(0, 10));
    }
}
