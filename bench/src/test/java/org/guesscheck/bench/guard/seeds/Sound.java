package org.guesscheck.bench.guard.seeds;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sound kernels: sums in several registers, a conversion that changes the width, a bound that is checked, plain code that C2 vectorizes. */
final class Sound {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
    private static final int COUNT = 1024;

    private final float[] a = Seed.numbers(COUNT);
    private final float[] b = Seed.numbers(COUNT);
    private final float[] c = new float[COUNT];
    private final double[] wide = new double[COUNT];

    static void run() {
        Sound sound = new Sound();
        Seed.repeat(sound::dot);
        Seed.repeat(sound::bits);
        Seed.repeat(sound::widened);
        Seed.repeat(sound::plain);
    }

    private void dot() {
        FloatVector even = FloatVector.zero(FLOATS);
        FloatVector odd = FloatVector.zero(FLOATS);
        for (int i = 0; i < COUNT; i += 2 * FLOATS.length()) {
            even = FloatVector.fromArray(FLOATS, a, i).fma(FloatVector.fromArray(FLOATS, b, i), even);
            int j = i + FLOATS.length();
            odd = FloatVector.fromArray(FLOATS, a, j).fma(FloatVector.fromArray(FLOATS, b, j), odd);
        }
        c[0] = even.add(odd).reduceLanes(VectorOperators.ADD);
    }

    private void bits() {
        for (int i = 0; i < COUNT; i += FLOATS.length()) {
            FloatVector x = FloatVector.fromArray(FLOATS, a, i);
            IntVector rounded = (IntVector) x.mul(100).convert(VectorOperators.F2I, 0);
            ((FloatVector) rounded.and(15).convert(VectorOperators.I2F, 0)).intoArray(c, i);
        }
    }

    private void widened() {
        for (int i = 0; i < COUNT; i += DOUBLES.length()) {
            FloatVector x = FloatVector.fromArray(FloatVector.SPECIES_128, a, i);
            ((DoubleVector) x.convertShape(VectorOperators.F2D, DOUBLES, 0))
                    .mul(2)
                    .intoArray(wide, i);
        }
    }

    private void plain() {
        for (int i = 0; i < COUNT; i++) {
            c[i] = a[i] * 3 - b[i];
        }
    }
}
