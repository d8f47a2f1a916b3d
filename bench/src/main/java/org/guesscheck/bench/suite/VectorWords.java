package org.guesscheck.bench.suite;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.guesscheck.core.random.ChunkGenerator;
import org.guesscheck.core.random.ChunkSeed;

/**
 * The raw generator alone, as the vector kernels run it, with its words stored instead of made into weights: the two streams of
 * xoroshiro128++ side by side. It has given the words of {@link ChunkGenerator} before it is timed. Loaded only where the Vector
 * API is there.
 */
public final class VectorWords {
    private static final VectorSpecies<Long> W = LongVector.SPECIES_PREFERRED;
    private static final int LANES = ChunkGenerator.STEP / 2;

    /** 16 KiB of words, which stay in the first-level cache. */
    private static final int COUNT = 2048;

    /** Bytes that one call makes. */
    public static final double BYTES = (double) Long.BYTES * COUNT;

    private final long[] state = new long[ChunkSeed.WORDS];
    private final long[] words = new long[COUNT];

    /**
     * Makes a generator that has given the right words.
     *
     * @throws IllegalStateException if it has not
     */
    public VectorWords() {
        ChunkGenerator plain = new ChunkGenerator();
        plain.seed(1, 3);
        ChunkSeed.into(1, 3, state);
        long[] expected = new long[COUNT];
        for (int i = 0; i < 2; i++) {
            plain.next(expected);
            if (!Arrays.equals(expected, next())) {
                throw new IllegalStateException("the vectors' generator makes other words than plain Java");
            }
        }
    }

    /** For example {@code vector-512}. */
    public static String name() {
        return "vector-" + W.vectorBitSize();
    }

    void run(int repetitions) {
        for (int i = 0; i < repetitions; i++) {
            next();
        }
    }

    /** The next words, in an array that is used again. */
    public long[] next() {
        for (int h = 0; h < LANES; h += W.length()) {
            LongVector ua = LongVector.fromArray(W, state, h);
            LongVector ub = LongVector.fromArray(W, state, LANES + h);
            LongVector wa = LongVector.fromArray(W, state, 2 * LANES + h);
            LongVector wb = LongVector.fromArray(W, state, 3 * LANES + h);
            for (int at = h; at < COUNT; at += ChunkGenerator.STEP) {
                ua.add(ub).lanewise(ROL, 17).add(ua).intoArray(words, at);
                LongVector y = ub.lanewise(XOR, ua);
                ua = ua.lanewise(ROL, 49).lanewise(XOR, y).lanewise(XOR, y.lanewise(LSHL, 21));
                ub = y.lanewise(ROL, 28);
                wa.add(wb).lanewise(ROL, 17).add(wa).intoArray(words, at + LANES);
                LongVector z = wb.lanewise(XOR, wa);
                wa = wa.lanewise(ROL, 49).lanewise(XOR, z).lanewise(XOR, z.lanewise(LSHL, 21));
                wb = z.lanewise(ROL, 28);
            }
            ua.intoArray(state, h);
            ub.intoArray(state, LANES + h);
            wa.intoArray(state, 2 * LANES + h);
            wb.intoArray(state, 3 * LANES + h);
        }
        return words;
    }
}
