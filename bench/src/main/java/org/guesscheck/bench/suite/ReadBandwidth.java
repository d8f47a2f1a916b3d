package org.guesscheck.bench.suite;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.kernel.Stages;

/**
 * Reads an array again and again and sums it, in eight sums that hide the latency of an addition. What a core can read from the cache
 * in which the array stays, or from memory, is the measured rate. The class is loaded only if the Vector API is there.
 */
final class ReadBandwidth {
    private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
    private static final int L = F.length();
    private static final int SUMS = 8;

    /** Numbers that one call reads at most, so that C2 soon compiles the method, because it is called often: 256 KiB. */
    private static final int BLOCK = 1 << 16;

    /** Numbers repeat after so many. Sums of them are whole numbers below 2^24, so they are exact in any order. */
    private static final int PERIOD = 8;

    /** The arrays that each machine reads: one for each of the usual cache levels, and one that is larger than most caches. */
    private static final List<Long> SIZES = List.of(16L << 10, 256L << 10, 8L << 20, 256L << 20);

    private final float[] array;
    private final int length;
    private final int passes;
    private final float[] sums = new float[L];

    /** Reads an array of a multiple of 4 KiB. */
    ReadBandwidth(long bytes) {
        length = Math.toIntExact(bytes / Float.BYTES);
        // A short array is read several times in one call, whose own cost would show otherwise.
        passes = Math.max(1, BLOCK / length);
        array = new float[Stages.BASE + length];
        for (int i = 0; i < length; i++) {
            array[Stages.BASE + i] = i % PERIOD;
        }
        run(1);
        double expected = passes * (double) length / PERIOD * (PERIOD * (PERIOD - 1) / 2);
        if (total != expected) {
            throw new IllegalStateException("an array was summed to " + total + " instead of " + expected);
        }
    }

    /** The sum of the last repetition, which the constructor checks. */
    private double total;

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
        return (double) passes * length * Float.BYTES;
    }

    void run(int repetitions) {
        for (int i = 0; i < repetitions; i++) {
            double sum = 0;
            for (int from = 0; from < length; from += BLOCK) {
                sum(array, Stages.BASE + from, Math.min(BLOCK, length - from), passes, sums);
                for (float one : sums) {
                    sum += one;
                }
            }
            total = sum;
        }
    }

    private static void sum(float[] from, int start, int count, int passes, float[] out) {
        FloatVector a = FloatVector.zero(F);
        FloatVector b = FloatVector.zero(F);
        FloatVector c = FloatVector.zero(F);
        FloatVector d = FloatVector.zero(F);
        FloatVector e = FloatVector.zero(F);
        FloatVector f = FloatVector.zero(F);
        FloatVector g = FloatVector.zero(F);
        FloatVector h = FloatVector.zero(F);
        for (int pass = 0; pass < passes; pass++) {
            for (int i = start; i < start + count; i += SUMS * L) {
                a = a.add(FloatVector.fromArray(F, from, i));
                b = b.add(FloatVector.fromArray(F, from, i + L));
                c = c.add(FloatVector.fromArray(F, from, i + 2 * L));
                d = d.add(FloatVector.fromArray(F, from, i + 3 * L));
                e = e.add(FloatVector.fromArray(F, from, i + 4 * L));
                f = f.add(FloatVector.fromArray(F, from, i + 5 * L));
                g = g.add(FloatVector.fromArray(F, from, i + 6 * L));
                h = h.add(FloatVector.fromArray(F, from, i + 7 * L));
            }
        }
        a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).intoArray(out, 0);
    }
}
