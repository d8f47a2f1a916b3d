package org.guesscheck.core.sampler.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParticleWeightsTest {
    private static final int PARTICLES = 64;
    private static final int ALIVE = 30;

    private static int[] survivors() {
        return IntStream.range(0, PARTICLES).map(slot -> 7 * slot % PARTICLES).toArray();
    }

    private static float[] losses() {
        float[] losses = new float[PARTICLES];
        for (int slot = 0; slot < PARTICLES; slot++) {
            losses[slot] = slot == 14 ? 100 : 1 + slot % 3;
        }
        return losses;
    }

    /** Copies of a stratified uniform number, averaged: each survivor's weight and loss, up to what the strata leave. */
    @Test
    void copiesTimesWeightsAreTheSurvivorsOnAverage() {
        float[] losses = losses();
        int[] survivors = survivors();
        int draws = 10_000;
        double[] kept = new double[PARTICLES];
        int[] copies = new int[PARTICLES];
        for (int d = 0; d < draws; d++) {
            ParticleWeights weights = new ParticleWeights(PARTICLES);
            weights.allot(survivors, ALIVE, losses, (d + 0.5) / draws, copies);
            assertEquals(PARTICLES, Arrays.stream(copies, 0, ALIVE).sum());
            for (int i = 0; i < ALIVE; i++) {
                kept[i] += copies[i] * weights.of(survivors[i]) / draws;
            }
        }
        for (int i = 0; i < ALIVE; i++) {
            assertEquals((double) PARTICLES / ALIVE, kept[i], 1e-3, "survivor " + i);
        }
    }

    @Test
    void aRareLargeLossGetsMostCopies() {
        int[] copies = new int[PARTICLES];
        new ParticleWeights(PARTICLES).allot(survivors(), ALIVE, losses(), 0.5, copies);
        int rare = IntStream.range(0, ALIVE)
                .filter(i -> survivors()[i] == 14)
                .findFirst()
                .orElseThrow();
        assertTrue(copies[rare] > 20, copies[rare] + " copies");
    }

    @Test
    void infiniteLossesDoNotTilt() {
        float[] losses = losses();
        losses[14] = Float.POSITIVE_INFINITY;
        ParticleWeights weights = new ParticleWeights(PARTICLES);
        int[] copies = new int[PARTICLES];
        weights.allot(survivors(), ALIVE, losses, 0.3, copies);
        assertEquals(PARTICLES, Arrays.stream(copies, 0, ALIVE).sum());
        assertEquals(1, weights.of(14), 1e-12);
    }

    @Test
    void equalLossesGetEqualCopiesAndKeepTheirWeight() {
        for (float loss : new float[] {0, 1, Float.MIN_VALUE, 1e30f}) {
            float[] losses = new float[PARTICLES];
            Arrays.fill(losses, loss);
            ParticleWeights weights = new ParticleWeights(PARTICLES);
            int[] copies = new int[PARTICLES];
            weights.allot(survivors(), ALIVE, losses, 0.3, copies);
            for (int i = 0; i < ALIVE; i++) {
                assertEquals(1, weights.of(survivors()[i]), 1e-12);
                assertTrue(copies[i] == 2 || copies[i] == 3, copies[i] + " copies");
            }
            assertEquals(0, weights.variationOf(losses), 1e-12);
        }
    }
}
