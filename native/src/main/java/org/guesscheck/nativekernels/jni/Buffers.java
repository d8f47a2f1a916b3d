package org.guesscheck.nativekernels.jni;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;

/** Checks every place that C reads or writes before the call, so that no call can take the JVM down. */
final class Buffers {
    private Buffers() {}

    /**
     * Checks that vectors lie within a buffer.
     *
     * @throws IndexOutOfBoundsException if they do not
     */
    static void check(float[] buffer, long at, long vectors) {
        long available = (buffer.length - Stages.BASE) / Question.LANES;
        if (buffer.length < Stages.BASE || at < 0 || vectors < 0 || vectors > available - at) {
            throw new IndexOutOfBoundsException(
                    "vectors " + at + " to " + (at + vectors) + " of a buffer with " + buffer.length + " numbers");
        }
    }

    /**
     * Checks that numbers lie within an array.
     *
     * @throws IndexOutOfBoundsException if they do not
     */
    static void checkNumbers(float[] numbers, long at, long count) {
        if (at < 0 || count < 0 || count > numbers.length - at) {
            throw new IndexOutOfBoundsException(
                    "numbers " + at + " to " + (at + count) + " of an array with " + numbers.length);
        }
    }

    /**
     * Checks that there is room for the losses of groups.
     *
     * @throws IndexOutOfBoundsException if there is not
     */
    static void checkLosses(float[] losses, int groups) {
        if (groups > losses.length / Question.LANES) {
            throw new IndexOutOfBoundsException(
                    groups + " groups have 16 losses each; there is room for " + losses.length);
        }
    }

    /**
     * The last vector that one more loop around others reaches.
     *
     * @param last the last one without it
     * @param count how often it runs, at least 1
     * @param stride vectors from run to run
     * @throws IllegalArgumentException if the stride is below 0
     * @throws ArithmeticException if the vector's number fits no long
     */
    static long last(long last, int count, int stride) {
        if (stride < 0) {
            throw new IllegalArgumentException("stride: " + stride + "; at least 0 is allowed");
        }
        // Each product is below 2^62, but the sum of three may overflow.
        return Math.addExact(last, (count - 1L) * stride);
    }
}
