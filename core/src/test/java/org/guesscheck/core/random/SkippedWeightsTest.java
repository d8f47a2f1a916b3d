package org.guesscheck.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors that are left out at once against vectors that are drawn and forgotten. */
class SkippedWeightsTest {
    private static final int VECTORS = 34;

    @ParameterizedTest
    @CsvSource({"false, 0", "false, 2", "false, 34", "true, 340", "false, 100300", "true, 1048578"})
    void whatFollowsIsTheSame(boolean uniform, int skipped) {
        PriorStream one = new PriorStream(uniform);
        one.seed(-5, 77);
        float[] forgotten = new float[Stages.BASE + Question.LANES * 2];
        for (int v = 0; v < skipped; v += 2) {
            one.fill(forgotten, 2);
        }
        PriorStream other = new PriorStream(uniform);
        other.seed(-5, 77);
        other.skip(skipped);
        float[] expected = new float[Stages.BASE + Question.LANES * VECTORS];
        float[] actual = new float[expected.length];
        one.fill(expected, VECTORS);
        other.fill(actual, VECTORS);
        assertArrayEquals(expected, actual);
    }
}
