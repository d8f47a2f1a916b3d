package org.guesscheck.bench.guard.seeds;

import java.util.Map;

/** Kernels with one known fault each, and sound ones, run in a JVM of their own until C2 has compiled them. */
public final class Seed {
    /** Passes after which C2 has compiled a kernel, whose loop has some hundred iterations. */
    private static final int PASSES = 30_000;

    private static final Map<String, Runnable> SEEDS = Map.of(
            "sound", Sound::run,
            "species", SpeciesNotConstant::run,
            "widths", ThirdWidth::run,
            "helper", LongHelper::run,
            "spill", Spill::run,
            "mixed", MixedLoop::run,
            "window", SlidingWindow::run,
            "boxed", BoxedField::run);

    private Seed() {}

    /** Runs the named kernel. */
    public static void main(String[] names) {
        SEEDS.get(names[0]).run();
    }

    static void repeat(Runnable kernel) {
        for (int i = 0; i < PASSES; i++) {
            kernel.run();
        }
    }

    static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 1f / (i + 1);
        }
        return numbers;
    }
}
