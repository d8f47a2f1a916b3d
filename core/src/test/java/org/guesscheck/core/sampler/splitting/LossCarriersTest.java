package org.guesscheck.core.sampler.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.guesscheck.core.sampler.splitting.Replica.AtLevel;
import org.junit.jupiter.api.Test;

/** Replicas in which few ancestors carry the mean need more particles, not more replicas. */
class LossCarriersTest {
    /** Equal replicas of two levels, in each of which so many ancestors carry the mean. */
    private static LossCarriers carriers(int replicas, double first, double second, int ancestors) {
        Replica.End end = new Replica.End(-5, new float[] {1}, ancestors, ancestors);
        List<AtLevel> levels =
                List.of(new AtLevel(0.5, 0.3, -3, 0.1, 1 / first), new AtLevel(0.5, 0.3, -5, 0.1, 1 / second));
        Replica replica = new Replica(null, List.of(), levels, end, 100);
        return LossCarriers.of(new ArrayList<>(Collections.nCopies(replicas, replica)), 2);
    }

    @Test
    void theThinnestLevelCounts() {
        LossCarriers carriers = carriers(20, 2, 5, 25);
        assertEquals(0, carriers.level());
        assertEquals(40, carriers.count(), 1e-9);
        assertEquals(2, carriers.ofReplica(), 1e-9);
        assertEquals(0.08, carriers.share(), 1e-9);
        assertTrue(carriers.thin());
        assertTrue(carriers.doubt().contains("descendants of 2.0 particles"), carriers.doubt());
    }

    @Test
    void moreReplicasDoNotHelp() {
        assertTrue(carriers(4000, 2, 5, 25).thin());
    }

    @Test
    void fewOfFewAncestorsAreOrdinary() {
        assertFalse(carriers(20, 2, 5, 4).thin());
        assertFalse(carriers(20, 8.1, 9, 100).thin());
        assertEquals(1, carriers(20, 2, 5, 4).growth());
    }

    @Test
    void particlesAreDoubledUntilAReplicaHasTwelve() {
        assertEquals(2, carriers(16, 6.1, 7, 25).growth());
        assertEquals(4, carriers(16, 3.1, 5, 25).growth());
        assertEquals(4, carriers(16, 0.01, 5, 25).growth());
    }

    @Test
    void withoutLossesNothingCarriesThem() {
        AtLevel none = new AtLevel(0.5, 0.3, -3, 0, Double.NaN);
        Replica replica = new Replica(null, List.of(), List.of(none), new Replica.End(-3, new float[] {1}, 5, 5), 100);
        LossCarriers carriers = LossCarriers.of(List.of(replica), 1);
        assertEquals(-1, carriers.level());
        assertFalse(carriers.thin());
    }
}
