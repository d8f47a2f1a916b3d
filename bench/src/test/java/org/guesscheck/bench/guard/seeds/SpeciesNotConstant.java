package org.guesscheck.bench.guard.seeds;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The species is a variable that had several values before, so C2 can't know which vectors a loop has. */
final class SpeciesNotConstant {
    private static final int COUNT = 1024;
    private static VectorSpecies<Float> species = FloatVector.SPECIES_64;

    private static final float[] A = Seed.numbers(COUNT);
    private static final float[] C = new float[COUNT];

    private SpeciesNotConstant() {}

    static void run() {
        Seed.repeat(SpeciesNotConstant::scale);
        species = FloatVector.SPECIES_128;
        Seed.repeat(SpeciesNotConstant::scale);
        species = FloatVector.SPECIES_256;
        Seed.repeat(SpeciesNotConstant::scale);
    }

    private static void scale() {
        for (int i = 0; i < COUNT; i += species.length()) {
            FloatVector.fromArray(species, A, i).mul(0.5f).intoArray(C, i);
        }
    }
}
