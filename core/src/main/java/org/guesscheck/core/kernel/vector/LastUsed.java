package org.guesscheck.core.kernel.vector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps the values that were asked for last, each by its key. For any number of threads.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class LastUsed<K, V> {
    private final Map<K, V> values;

    /** Keeps so many at most. */
    LastUsed(int most) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value of a key, made now if it is not kept. */
    synchronized V get(K key, Function<? super K, ? extends V> maker) {
        return values.computeIfAbsent(key, maker);
    }
}
