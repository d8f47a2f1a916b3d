package org.guesscheck.core.sampler.work;

import java.util.Arrays;

/** Thresholds of the training loss, in the order in which they were asked; immutable. */
public final class Thresholds {
    private final double[] asked;

    private Thresholds(double[] asked) {
        this.asked = asked;
    }

    /**
     * Checks and keeps thresholds.
     *
     * @param thresholds finite in single precision and above 0; at least one
     * @return the same
     * @throws IllegalArgumentException if one is out of range, or none is given
     */
    public static Thresholds of(double... thresholds) {
        if (thresholds.length == 0) {
            throw new IllegalArgumentException("eps: none given; at least one threshold is needed");
        }
        for (double threshold : thresholds) {
            if (!(threshold > 0 && (float) threshold > 0 && (float) threshold < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "eps: " + threshold + "; a finite number above 0 in single precision is allowed");
            }
        }
        return new Thresholds(thresholds.clone());
    }

    /**
     * The thresholds as they were asked.
     *
     * @return a copy
     */
    public double[] asked() {
        return asked.clone();
    }

    /**
     * The largest threshold.
     *
     * @return above 0
     */
    public float largest() {
        return (float) Arrays.stream(asked).max().orElseThrow();
    }

    /**
     * The distinct thresholds in single precision, the largest first.
     *
     * @return a new array
     */
    public float[] falling() {
        double[] rising =
                Arrays.stream(asked).map(t -> (float) t).distinct().sorted().toArray();
        float[] falling = new float[rising.length];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = (float) rising[rising.length - 1 - i];
        }
        return falling;
    }

    /**
     * Where a threshold stands among {@link #falling falling} ones.
     *
     * @param falling distinct thresholds, of which it is one in single precision
     * @param threshold the threshold
     * @return its position, from 0
     */
    public static int position(float[] falling, double threshold) {
        int position = 0;
        while (falling[position] != (float) threshold) {
            position++;
        }
        return position;
    }
}
