package org.guesscheck.core.kernel.vector;

import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;

/** {@link org.guesscheck.core.kernel.Stages#judge} and {@code measure} for one question. */
interface Judging {
    void ask(Question question);

    void judge(float[] products, int firstGroup, int groups, ChunkReport report);

    void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss);
}
