package org.guesscheck.nativekernels.jni;

import java.util.Objects;
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
     * One of the nested loops over an operand: how often it steps, and vectors from step to step.
     *
     * @param count at least 0
     * @param stride at least 0
     */
    record Loop(int count, int stride) {}

    /**
     * Checks the vectors that nested loops reach.
     *
     * @param vectors how many lie together in the innermost step
     * @throws NullPointerException if there is no buffer
     * @throws IllegalArgumentException if a stride is below 0
     * @throws ArithmeticException if the last place fits no long
     * @throws IndexOutOfBoundsException if a vector is not within the buffer
     */
    static void checkReach(float[] buffer, int at, int vectors, Loop... loops) {
        Objects.requireNonNull(buffer);
        long last = 0;
        boolean reached = true;
        for (Loop loop : loops) {
            if (loop.stride < 0) {
                throw new IllegalArgumentException("stride: " + loop.stride + "; at least 0 is allowed");
            }
            reached &= loop.count > 0;
            // Each product is below 2^62, but the sum of three may overflow.
            last = Math.addExact(last, (loop.count - 1L) * loop.stride);
        }
        if (reached) {
            check(buffer, at, last + vectors);
        }
    }
}
