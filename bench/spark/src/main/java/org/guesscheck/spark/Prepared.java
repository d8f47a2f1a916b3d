package org.guesscheck.spark;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.guesscheck.core.parts.Division;

/**
 * Divisions of this JVM that no task uses now. To make one takes some 15 ms, mostly for the fingerprint of the program's draws, and
 * more to prepare it for its first part. One is kept as long as its question is here and there is memory.
 */
final class Prepared {
    /** By the array itself, which Spark keeps while the question may have tasks; arrays have no other equality. */
    private static final Map<byte[], Deque<SoftReference<Division<?>>>> IDLE = new WeakHashMap<>();

    private Prepared() {}

    /** A division that nobody else has until it is given back. */
    static Division<?> take(byte[] question, Supplier<Division<?>> making) {
        synchronized (IDLE) {
            Deque<SoftReference<Division<?>>> idle = IDLE.getOrDefault(question, new ArrayDeque<>());
            while (!idle.isEmpty()) {
                Division<?> division = idle.pop().get();
                if (division != null) {
                    return division;
                }
            }
        }
        return making.get();
    }

    /** Keeps a division whose task ended well. */
    static void giveBack(byte[] question, Division<?> division) {
        synchronized (IDLE) {
            IDLE.computeIfAbsent(question, asked -> new ArrayDeque<>()).push(new SoftReference<>(division));
        }
    }
}
