package org.guesscheck.bench.suite;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Stages;

/**
 * Reads an array again and again and sums it, in eight sums. An addition of integers takes a cycle, so that
 * the loads are the limit, and sums are exact in any order. What a core can read from the cache
 * in which the array stays, or from memory, is the measured rate. The class is loaded only if the Vector API is there.
 */
final class ReadBandwidth {
    private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
    private static final int L = I.length();
    private static final int SUMS = 8;

    /** Numbers are their places times this odd number, so that each has bits of its own. */
    private static final int FACTOR = 0x9e3779b1;

    /** Numbers that one call reads at most, so that C2 soon compiles the method, because it is called often: 256 KiB. */
    private static final int BLOCK = 1 << 16;

    /** The arrays that each machine reads: one for each of the usual cache levels, and one that is larger than most caches. */
    private static final List<Long> SIZES = List.of(16L << 10, 256L << 10, 8L << 20, 256L << 20);

    private final int[] array;
    private final int length;
    private final int passes;
    private final int[] sums = new int[L];

    /** Reads an array of a multiple of 4 KiB. */
    ReadBandwidth(long bytes) {
        length = Math.toIntExact(bytes / Integer.BYTES);
        // A short array is read several times in one call, whose own cost would show otherwise.
        passes = Math.max(1, BLOCK / length);
        array = new int[Stages.BASE + length];
        int expected = 0;
        for (int i = 0; i < length; i++) {
            int number = i * FACTOR;
            array[Stages.BASE + i] = number;
            expected += passes * number;
        }
        run(1);
        if (total != expected) {
            throw new IllegalStateException("an array was summed to " + total + " instead of " + expected);
        }
    }

    /** The sum of the last repetition, which the constructor checks. */
    private int total;

    /** The sizes in bytes. The last one is at least twice the largest cache, so that it does not stay there. */
    static List<Long> sizes(List<CacheLevel> caches) {
        List<Long> sizes = new ArrayList<>(SIZES);
        long largest = caches.stream().mapToLong(CacheLevel::bytes).max().orElse(0);
        long last = Math.clamp(2 * largest, SIZES.getLast(), 4L << 30);
        sizes.set(sizes.size() - 1, last >> 20 << 20);
        return sizes;
    }

    /** For example {@code read/256KiB/vector-512}. */
    static String id(long bytes) {
        String size = bytes < 1 << 20 ? (bytes >> 10) + "KiB" : (bytes >> 20) + "MiB";
        return Suite.READ + size + "/" + FmaPeak.name();
    }

    /** Bytes that one repetition reads. */
    double bytes() {
        return (double) passes * length * Integer.BYTES;
    }

    void run(int repetitions) {
        for (int i = 0; i < repetitions; i++) {
            int sum = 0;
            for (int from = 0; from < length; from += BLOCK) {
                sum(array, Stages.BASE + from, Math.min(BLOCK, length - from), passes, sums);
                for (int one : sums) {
                    sum += one;
                }
            }
            total = sum;
        }
    }

    private static void sum(int[] from, int start, int count, int passes, int[] out) {
        IntVector a = IntVector.zero(I);
        IntVector b = IntVector.zero(I);
        IntVector c = IntVector.zero(I);
        IntVector d = IntVector.zero(I);
        IntVector e = IntVector.zero(I);
        IntVector f = IntVector.zero(I);
        IntVector g = IntVector.zero(I);
        IntVector h = IntVector.zero(I);
        for (int pass = 0; pass < passes; pass++) {
            for (int i = start; i < start + count; i += SUMS * L) {
                a = a.add(IntVector.fromArray(I, from, i));
                b = b.add(IntVector.fromArray(I, from, i + L));
                c = c.add(IntVector.fromArray(I, from, i + 2 * L));
                d = d.add(IntVector.fromArray(I, from, i + 3 * L));
                e = e.add(IntVector.fromArray(I, from, i + 4 * L));
                f = f.add(IntVector.fromArray(I, from, i + 5 * L));
                g = g.add(IntVector.fromArray(I, from, i + 6 * L));
                h = h.add(IntVector.fromArray(I, from, i + 7 * L));
            }
        }
        a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).intoArray(out, 0);
    }
}
