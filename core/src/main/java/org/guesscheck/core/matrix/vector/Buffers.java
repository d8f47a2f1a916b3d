package org.guesscheck.core.matrix.vector;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Arrays for use again and again by any thread; what they hold when they are taken is not said. */
final class Buffers {
    private final Queue<float[]> free = new ConcurrentLinkedQueue<>();

    Buffers() {}

    /** An array of at least this length, which is the caller's until it is given back. */
    float[] take(int length) {
        float[] buffer = free.poll();
        return buffer != null && buffer.length >= length ? buffer : new float[length];
    }

    void give(float[] buffer) {
        free.add(buffer);
    }
}
