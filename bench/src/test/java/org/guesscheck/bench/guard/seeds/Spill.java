package org.guesscheck.bench.guard.seeds;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Forty sums at once, for which no processor with x86-64 has registers. */
final class Spill {
    private static final int SUMS = 40;
    private static final int COUNT = 64;
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    private static final int LANES = SPECIES.length();
    private static final float[] A = Seed.numbers(COUNT + SUMS * LANES);
    private static final float[] B = Seed.numbers(COUNT);
    private static final float[] C = new float[SUMS * LANES];

    private Spill() {}

    static void run() {
        Seed.repeat(Spill::sums);
    }

    private static void sums() {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        FloatVector s4 = FloatVector.zero(SPECIES);
        FloatVector s5 = FloatVector.zero(SPECIES);
        FloatVector s6 = FloatVector.zero(SPECIES);
        FloatVector s7 = FloatVector.zero(SPECIES);
        FloatVector s8 = FloatVector.zero(SPECIES);
        FloatVector s9 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s12 = FloatVector.zero(SPECIES);
        FloatVector s13 = FloatVector.zero(SPECIES);
        FloatVector s14 = FloatVector.zero(SPECIES);
        FloatVector s15 = FloatVector.zero(SPECIES);
        FloatVector s16 = FloatVector.zero(SPECIES);
        FloatVector s17 = FloatVector.zero(SPECIES);
        FloatVector s18 = FloatVector.zero(SPECIES);
        FloatVector s19 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s22 = FloatVector.zero(SPECIES);
        FloatVector s23 = FloatVector.zero(SPECIES);
        FloatVector s24 = FloatVector.zero(SPECIES);
        FloatVector s25 = FloatVector.zero(SPECIES);
        FloatVector s26 = FloatVector.zero(SPECIES);
        FloatVector s27 = FloatVector.zero(SPECIES);
        FloatVector s28 = FloatVector.zero(SPECIES);
        FloatVector s29 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        FloatVector s32 = FloatVector.zero(SPECIES);
        FloatVector s33 = FloatVector.zero(SPECIES);
        FloatVector s34 = FloatVector.zero(SPECIES);
        FloatVector s35 = FloatVector.zero(SPECIES);
        FloatVector s36 = FloatVector.zero(SPECIES);
        FloatVector s37 = FloatVector.zero(SPECIES);
        FloatVector s38 = FloatVector.zero(SPECIES);
        FloatVector s39 = FloatVector.zero(SPECIES);
        for (int i = 0; i < COUNT; i++) {
            FloatVector b = FloatVector.broadcast(SPECIES, B[i]);
            s0 = b.fma(FloatVector.fromArray(SPECIES, A, i + 0 * LANES), s0);
            s1 = b.fma(FloatVector.fromArray(SPECIES, A, i + 1 * LANES), s1);
            s2 = b.fma(FloatVector.fromArray(SPECIES, A, i + 2 * LANES), s2);
            s3 = b.fma(FloatVector.fromArray(SPECIES, A, i + 3 * LANES), s3);
            s4 = b.fma(FloatVector.fromArray(SPECIES, A, i + 4 * LANES), s4);
            s5 = b.fma(FloatVector.fromArray(SPECIES, A, i + 5 * LANES), s5);
            s6 = b.fma(FloatVector.fromArray(SPECIES, A, i + 6 * LANES), s6);
            s7 = b.fma(FloatVector.fromArray(SPECIES, A, i + 7 * LANES), s7);
            s8 = b.fma(FloatVector.fromArray(SPECIES, A, i + 8 * LANES), s8);
            s9 = b.fma(FloatVector.fromArray(SPECIES, A, i + 9 * LANES), s9);
            s10 = b.fma(FloatVector.fromArray(SPECIES, A, i + 10 * LANES), s10);
            s11 = b.fma(FloatVector.fromArray(SPECIES, A, i + 11 * LANES), s11);
            s12 = b.fma(FloatVector.fromArray(SPECIES, A, i + 12 * LANES), s12);
            s13 = b.fma(FloatVector.fromArray(SPECIES, A, i + 13 * LANES), s13);
            s14 = b.fma(FloatVector.fromArray(SPECIES, A, i + 14 * LANES), s14);
            s15 = b.fma(FloatVector.fromArray(SPECIES, A, i + 15 * LANES), s15);
            s16 = b.fma(FloatVector.fromArray(SPECIES, A, i + 16 * LANES), s16);
            s17 = b.fma(FloatVector.fromArray(SPECIES, A, i + 17 * LANES), s17);
            s18 = b.fma(FloatVector.fromArray(SPECIES, A, i + 18 * LANES), s18);
            s19 = b.fma(FloatVector.fromArray(SPECIES, A, i + 19 * LANES), s19);
            s20 = b.fma(FloatVector.fromArray(SPECIES, A, i + 20 * LANES), s20);
            s21 = b.fma(FloatVector.fromArray(SPECIES, A, i + 21 * LANES), s21);
            s22 = b.fma(FloatVector.fromArray(SPECIES, A, i + 22 * LANES), s22);
            s23 = b.fma(FloatVector.fromArray(SPECIES, A, i + 23 * LANES), s23);
            s24 = b.fma(FloatVector.fromArray(SPECIES, A, i + 24 * LANES), s24);
            s25 = b.fma(FloatVector.fromArray(SPECIES, A, i + 25 * LANES), s25);
            s26 = b.fma(FloatVector.fromArray(SPECIES, A, i + 26 * LANES), s26);
            s27 = b.fma(FloatVector.fromArray(SPECIES, A, i + 27 * LANES), s27);
            s28 = b.fma(FloatVector.fromArray(SPECIES, A, i + 28 * LANES), s28);
            s29 = b.fma(FloatVector.fromArray(SPECIES, A, i + 29 * LANES), s29);
            s30 = b.fma(FloatVector.fromArray(SPECIES, A, i + 30 * LANES), s30);
            s31 = b.fma(FloatVector.fromArray(SPECIES, A, i + 31 * LANES), s31);
            s32 = b.fma(FloatVector.fromArray(SPECIES, A, i + 32 * LANES), s32);
            s33 = b.fma(FloatVector.fromArray(SPECIES, A, i + 33 * LANES), s33);
            s34 = b.fma(FloatVector.fromArray(SPECIES, A, i + 34 * LANES), s34);
            s35 = b.fma(FloatVector.fromArray(SPECIES, A, i + 35 * LANES), s35);
            s36 = b.fma(FloatVector.fromArray(SPECIES, A, i + 36 * LANES), s36);
            s37 = b.fma(FloatVector.fromArray(SPECIES, A, i + 37 * LANES), s37);
            s38 = b.fma(FloatVector.fromArray(SPECIES, A, i + 38 * LANES), s38);
            s39 = b.fma(FloatVector.fromArray(SPECIES, A, i + 39 * LANES), s39);
        }
        s0.intoArray(C, 0 * LANES);
        s1.intoArray(C, 1 * LANES);
        s2.intoArray(C, 2 * LANES);
        s3.intoArray(C, 3 * LANES);
        s4.intoArray(C, 4 * LANES);
        s5.intoArray(C, 5 * LANES);
        s6.intoArray(C, 6 * LANES);
        s7.intoArray(C, 7 * LANES);
        s8.intoArray(C, 8 * LANES);
        s9.intoArray(C, 9 * LANES);
        s10.intoArray(C, 10 * LANES);
        s11.intoArray(C, 11 * LANES);
        s12.intoArray(C, 12 * LANES);
        s13.intoArray(C, 13 * LANES);
        s14.intoArray(C, 14 * LANES);
        s15.intoArray(C, 15 * LANES);
        s16.intoArray(C, 16 * LANES);
        s17.intoArray(C, 17 * LANES);
        s18.intoArray(C, 18 * LANES);
        s19.intoArray(C, 19 * LANES);
        s20.intoArray(C, 20 * LANES);
        s21.intoArray(C, 21 * LANES);
        s22.intoArray(C, 22 * LANES);
        s23.intoArray(C, 23 * LANES);
        s24.intoArray(C, 24 * LANES);
        s25.intoArray(C, 25 * LANES);
        s26.intoArray(C, 26 * LANES);
        s27.intoArray(C, 27 * LANES);
        s28.intoArray(C, 28 * LANES);
        s29.intoArray(C, 29 * LANES);
        s30.intoArray(C, 30 * LANES);
        s31.intoArray(C, 31 * LANES);
        s32.intoArray(C, 32 * LANES);
        s33.intoArray(C, 33 * LANES);
        s34.intoArray(C, 34 * LANES);
        s35.intoArray(C, 35 * LANES);
        s36.intoArray(C, 36 * LANES);
        s37.intoArray(C, 37 * LANES);
        s38.intoArray(C, 38 * LANES);
        s39.intoArray(C, 39 * LANES);
    }
}
