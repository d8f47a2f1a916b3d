package org.guesscheck.core.data;

import org.guesscheck.core.random.SplitMix64;

/** Random orders, by Durstenfeld's shuffle. */
final class RandomOrder {
    private RandomOrder() {}

    /** The numbers 0 to count - 1 in an order that depends on count and seed alone. */
    static int[] of(int count, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        for (int i = 0; i < count - 1; i++) {
            int j = i + random.nextInt(count - i);
            int drawn = order[j];
            order[j] = order[i];
            order[i] = drawn;
        }
        return order;
    }
}
