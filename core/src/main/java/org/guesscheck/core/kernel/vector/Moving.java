package org.guesscheck.core.kernel.vector;

/** {@link org.guesscheck.core.kernel.Stages#propose} and {@code select}. */
interface Moving {
    void propose(float[] noise, int at, float[] current, int currentAt, int vectors, float keep, float step);

    void select(int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors);
}
