package org.guesscheck.core.matrix.vector;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Arrays that any thread may take, use and give back. The content of a taken array is undefined. */
final class Buffers {
    private final Queue<float[]> free = new ConcurrentLinkedQueue<>();

    Buffers() {}

    /** An array of at least this length. It belongs to the caller until it is given back. */
    float[] take(int length) {
        float[] buffer = free.poll();
        return buffer != null && buffer.length >= length ? buffer : new float[length];
    }

    void give(float[] buffer) {
        free.add(buffer);
    }
}
