package org.guesscheck.gnc.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The effective rank of matrices whose singular values are known. */
class RankStudyTest {
    @Test
    void effectiveRankIsTheParticipationRatio() {
        assertEquals(1, RankStudy.effectiveRank(new float[] {1, 2, 3, 2, 4, 6}, 2, 3), 1e-12);
        assertEquals(3, RankStudy.effectiveRank(new float[] {0, 2, 0, 2, 0, 0, 0, 0, -2}, 3, 3), 1e-12);
        // Singular values 2 and 1: (4 + 1)^2 / (16 + 1).
        assertEquals(25.0 / 17, RankStudy.effectiveRank(new float[] {2, 0, 0, 1}, 2, 2), 1e-12);
    }
}
