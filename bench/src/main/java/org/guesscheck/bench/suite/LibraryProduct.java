package org.guesscheck.bench.suite;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.guesscheck.core.matrix.GemmShape;
import org.guesscheck.core.matrix.Multiplier;
import org.guesscheck.core.matrix.Multipliers;

/**
 * The multipliers of large gradient descent, off the heap and on one thread.
 *
 * @param name {@code vector} or {@code openblas}, a name that {@link Multipliers#named} knows
 */
record LibraryProduct(String name) implements MatrixProduct {
    /** Whether the multiplier can be used here. */
    boolean loads() {
        try {
            Multipliers.named(name, 1);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** The Vector API's multiplier allocates streams over strips and blocks of rows, OpenBLAS's the arguments of a foreign call. */
    @Override
    public long allocates(int n) {
        return name.equals("vector") ? 64L * n : 1 << 10;
    }

    @Override
    public Job job(int n, float[] a, float[] b) {
        Multiplier products = Multipliers.named(name, 1);
        Arena arena = Arena.ofAuto();
        MemorySegment left = copy(arena, a);
        MemorySegment right = copy(arena, b);
        MemorySegment out = arena.allocate(4L * n * n, 64);
        return new Job() {
            @Override
            public void run() {
                products.multiply(GemmShape.plain(n, n, n), left, right, out);
            }

            @Override
            public float[] result() {
                return out.toArray(ValueLayout.JAVA_FLOAT);
            }
        };
    }

    private static MemorySegment copy(Arena arena, float[] from) {
        MemorySegment to = arena.allocate(4L * from.length, 64);
        MemorySegment.copy(from, 0, to, ValueLayout.JAVA_FLOAT, 0, from.length);
        return to;
    }
}
