package org.guesscheck.bench.guard.seeds;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of three neighbours, whose loads of 64 bytes are 4 bytes apart. */
final class SlidingWindow {
    private static final int COUNT = 1024;
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_512;
    private static final float[] A = Seed.numbers(COUNT + 2);
    private static final float[] C = new float[COUNT];

    private SlidingWindow() {}

    static void run() {
        Seed.repeat(SlidingWindow::sums);
    }

    private static void sums() {
        for (int i = 0; i < COUNT; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, A, i)
                    .add(FloatVector.fromArray(SPECIES, A, i + 1))
                    .add(FloatVector.fromArray(SPECIES, A, i + 2))
                    .intoArray(C, i);
        }
    }
}
