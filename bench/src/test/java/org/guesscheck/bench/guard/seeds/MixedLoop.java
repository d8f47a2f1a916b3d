package org.guesscheck.bench.guard.seeds;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** One array by vectors of 256 bits, another one by vectors of 128, in the same loop. */
final class MixedLoop {
    private static final int COUNT = 1024;
    private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_256;
    private static final VectorSpecies<Float> NARROW = FloatVector.SPECIES_128;
    private static final float[] A = Seed.numbers(COUNT);
    private static final float[] C = new float[COUNT];
    private static final float[] D = new float[COUNT];

    private MixedLoop() {}

    static void run() {
        Seed.repeat(MixedLoop::scale);
    }

    private static void scale() {
        for (int i = 0; i < COUNT; i += WIDE.length()) {
            FloatVector.fromArray(WIDE, A, i).mul(0.5f).intoArray(C, i);
            FloatVector.fromArray(NARROW, A, i).mul(0.25f).intoArray(D, i);
        }
    }
}
