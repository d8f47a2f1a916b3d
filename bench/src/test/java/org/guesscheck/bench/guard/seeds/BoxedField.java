package org.guesscheck.bench.guard.seeds;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A sum that is a field, so that every pass makes an object. */
final class BoxedField {
    private static final int COUNT = 1024;
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    private static final float[] A = Seed.numbers(COUNT);

    private static FloatVector sum = FloatVector.zero(SPECIES);

    private BoxedField() {}

    static void run() {
        Seed.repeat(BoxedField::add);
        if (sum.lane(0) < 0) {
            throw new IllegalStateException("a sum of positive numbers is negative");
        }
    }

    private static void add() {
        for (int i = 0; i < COUNT; i += SPECIES.length()) {
            sum = sum.add(FloatVector.fromArray(SPECIES, A, i));
        }
    }
}
