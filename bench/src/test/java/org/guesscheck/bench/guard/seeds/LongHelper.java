package org.guesscheck.bench.guard.seeds;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A helper that takes and returns vectors and is longer than C2 inlines, which is 325 bytes for hot code. */
final class LongHelper {
    private static final int COUNT = 1024;
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    private static final float[] A = Seed.numbers(COUNT);
    private static final float[] C = new float[COUNT];

    private LongHelper() {}

    static void run() {
        Seed.repeat(LongHelper::loop);
    }

    private static void loop() {
        for (int i = 0; i < COUNT; i += SPECIES.length()) {
            FloatVector x = FloatVector.fromArray(SPECIES, A, i);
            helper(x, x.add(1)).intoArray(C, i);
        }
    }

    private static FloatVector helper(FloatVector first, FloatVector y) {
        FloatVector x = first;
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        x = x.fma(y, y).mul(x.sub(y));
        return x;
    }
}
