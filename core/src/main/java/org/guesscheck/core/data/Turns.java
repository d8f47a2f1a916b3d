package org.guesscheck.core.data;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/** Orders in which classes take turns. */
final class Turns {
    private Turns() {}

    /**
     * Changes an order so that classes take turns at its beginning.
     *
     * @param all the samples
     * @param order indices of all of them
     * @param count how many samples are to be chosen in turns, which come first; the others follow in their order
     * @return a new order
     * @throws IllegalArgumentException if a class has too few samples
     */
    static int[] of(Samples all, int[] order, int count) {
        // In the order in which the classes come.
        Map<Integer, Queue<Integer>> left = new LinkedHashMap<>();
        for (int index : order) {
            left.computeIfAbsent(all.label(index), label -> new ArrayDeque<>()).add(index);
        }
        int[] turns = new int[order.length];
        boolean[] chosen = new boolean[order.length];
        int next = 0;
        while (next < count) {
            for (Map.Entry<Integer, Queue<Integer>> one : left.entrySet()) {
                if (next == count) {
                    break;
                }
                if (one.getValue().isEmpty()) {
                    throw new IllegalArgumentException("train: " + count + "; at most " + next
                            + " is allowed where classes take turns, since there are no more samples of class "
                            + one.getKey());
                }
                turns[next] = one.getValue().remove();
                chosen[turns[next++]] = true;
            }
        }
        for (int index : order) {
            if (!chosen[index]) {
                turns[next++] = index;
            }
        }
        return turns;
    }
}
