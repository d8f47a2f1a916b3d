package org.guesscheck.core.descent;

import java.util.Arrays;
import org.guesscheck.core.random.SplitMix64;

/**
 * The measurements of a run's steps, some at a time: in a random order that is drawn anew after each pass through all of them. The last
 * batch of a pass has those that are left.
 */
final class MeasurementBatches {
    /** "batches!" in ASCII: batches and first weights of one seed must not be made of the same numbers. */
    private static final long STREAM = 0x6261746368657321L;

    private final int size;
    private final int[] order;
    private final float[] shares;
    private final SplitMix64 random;
    private int at;

    /** Batches of a size, at most the number of measurements. */
    MeasurementBatches(int measurements, int size, long seed) {
        this.size = size;
        order = new int[measurements];
        Arrays.setAll(order, i -> i);
        shares = new float[measurements];
        random = new SplitMix64(SplitMix64.mix(seed ^ STREAM));
        at = measurements;
    }

    /** The share of every measurement in the next gradient: 2 / b in a batch of b, otherwise 0. The next call overwrites them. */
    float[] next() {
        if (at == order.length) {
            shuffle();
            at = 0;
        }
        int end = Math.min(order.length, at + size);
        Arrays.fill(shares, 0);
        for (int i = at; i < end; i++) {
            shares[order[i]] = 2f / (end - at);
        }
        at = end;
        return shares;
    }

    /** Fisher and Yates. */
    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
    }
}
