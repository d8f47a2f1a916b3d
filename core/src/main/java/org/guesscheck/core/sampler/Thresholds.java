package org.guesscheck.core.sampler;

import java.util.Arrays;

/** Thresholds of the training loss. */
final class Thresholds {
    private Thresholds() {}

    /** The same thresholds, if all are finite in single precision and above 0 and there is one at least. */
    static double[] checked(double... thresholds) {
        if (thresholds.length == 0) {
            throw new IllegalArgumentException("eps: none given; at least one threshold is needed");
        }
        for (double threshold : thresholds) {
            if (!(threshold > 0 && (float) threshold > 0 && (float) threshold < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "eps: " + threshold + "; a finite number above 0 in single precision is allowed");
            }
        }
        return thresholds.clone();
    }

    /** The distinct thresholds in single precision, the largest first. */
    static float[] falling(double[] thresholds) {
        double[] rising = Arrays.stream(thresholds)
                .map(t -> (float) t)
                .distinct()
                .sorted()
                .toArray();
        float[] falling = new float[rising.length];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = (float) rising[rising.length - 1 - i];
        }
        return falling;
    }

    /** Where a threshold stands among those. */
    static int position(float[] falling, float threshold) {
        int position = 0;
        while (falling[position] != threshold) {
            position++;
        }
        return position;
    }
}
