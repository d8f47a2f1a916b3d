package org.guesscheck.core.kernel.scalar;

import org.guesscheck.core.kernel.MoveStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/**
 * Proposals for particles, and their acceptance lane by lane, in plain Java.
 *
 * @param uniform whether the prior is uniform instead of normal
 */
record ScalarMoves(boolean uniform) implements MoveStage {
    private static final int BASE = Stages.BASE;
    private static final int LANES = Question.LANES;

    @Override
    public void propose(float[] noise, int at, float[] current, int currentAt, int vectors, float keep, float step) {
        int offset = LANES * (currentAt - at);
        int from = BASE + LANES * at;
        for (int i = from; i < from + LANES * vectors; i++) {
            float old = current[i + offset];
            if (uniform) {
                float x = Math.fma(step, noise[i], old);
                noise[i] = x > 1 ? 2 - x : x < -1 ? -2 - x : x;
            } else {
                noise[i] = Math.fma(step, noise[i], keep * old);
            }
        }
    }

    @Override
    public void select(int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors) {
        for (int v = 0; v < vectors; v++) {
            for (int l = 0; l < LANES; l++) {
                if (chosen[chosenAt + l] != 0) {
                    to[BASE + LANES * (toAt + v) + l] = from[BASE + LANES * (at + v) + l];
                }
            }
        }
    }
}
