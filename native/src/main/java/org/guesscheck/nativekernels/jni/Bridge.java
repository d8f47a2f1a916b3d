package org.guesscheck.nativekernels.jni;

/**
 * The functions of the C library (bridge.c). They do not check their arguments: {@link JniKernel}, the stages
 * of {@link JniBackend} and {@link JniSparseMultiplier} check them before the call. An address is that of a kernel's memory. A tier
 * is an index below {@link #tiers}.
 */
final class Bridge {
    private Bridge() {}

    /** The number of tiers in this library. Tiers are numbered by rising preference. */
    static native int tiers();

    static native String tierName(int tier);

    /** Whether the processor has the tier's instructions and the operating system saves their registers. */
    static native boolean runsHere(int tier);

    /** The size of a kernel's memory in bytes. */
    static native long bytes(int[] shape);

    /** Makes a kernel in zeroed memory. Shape and scalars have the order of {@link KernelMemory}. */
    static native void prepare(
            long address,
            int[] shape,
            float[] scalars,
            float[] trainMatrices,
            float[] trainTargets,
            float[] testMatrices,
            float[] testTargets);

    /**
     * Evaluates the groups from to to - 1 of a chunk, and adds reports after the first reported groups. With from = 0 the generator
     * starts from the words of state. Returns the new number of reported groups.
     */
    static native int evaluate(
            int tier,
            long address,
            long[] state,
            int from,
            int to,
            int reported,
            int[] group,
            float[] trainLoss,
            float[] generalizationLoss);

    static native void start(int tier, long address, long[] state);

    static native void fill(int tier, long address, float[] out, int base, int vectors);

    /** Takes its numbers one by one: an array of them would be copied in every call. */
    static native void multiply(
            int tier,
            int base,
            int groups,
            int rows,
            int cols,
            int units,
            float[] y,
            boolean shared,
            int yAt,
            int yGroup,
            int yRow,
            int yUnit,
            float[] w,
            int wAt,
            int wGroup,
            int wUnit,
            float[] out,
            int outAt,
            int outGroup,
            boolean fresh);

    /** Takes its numbers one by one, as {@link #multiply} does. */
    static native void correlate(
            int tier,
            int base,
            int groups,
            int rows,
            int units,
            float[] w,
            int wAt,
            int wGroup,
            int wUnit,
            float[] y,
            int yAt,
            int yGroup,
            int yUnit,
            int yRow,
            float[] lower);

    /** Takes its numbers one by one, as {@link #multiply} does. */
    static native void addGram(
            int tier,
            int base,
            int groups,
            int rows,
            int units,
            float[] y,
            int yAt,
            int yGroup,
            int yUnit,
            float[] sums,
            float[] lost,
            boolean fresh);

    static native void factor(int tier, int base, int groups, int rows, float[] sums);

    static native void activate(int tier, long address, float[] y, int base, int at, int vectors, int runs, int stride);

    /** Judges products, and adds reports after the first count groups. Returns the new number of reported groups. */
    static native int judge(
            int tier,
            long address,
            float[] products,
            int base,
            int firstGroup,
            int groups,
            int count,
            int[] group,
            float[] trainLoss,
            float[] generalizationLoss);

    /** The losses of every draw; generalizationLoss may be null. */
    static native void measure(
            int tier,
            long address,
            float[] products,
            int base,
            int groups,
            float[] trainLoss,
            float[] generalizationLoss);

    static native void propose(
            int tier,
            long address,
            int base,
            float[] noise,
            int at,
            float[] current,
            int currentAt,
            int vectors,
            float keep,
            float step);

    static native void select(
            int tier, int base, int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors);

    /** Computes the entries of a dense product at one block of rows of a sparse matrix; see sparse.h. */
    static native void sample(int tier, long block, int length, long a, long b, long values, long tiled, long scratch);

    /** Copies a block's values into the order of the block's tiles. */
    static native void arrange(int tier, long block, long values, long tiled);

    /** Multiplies one block of rows of a sparse matrix by a strip of columns of a dense matrix. */
    static native void spread(int tier, long block, long tiled, int length, int first, long b, long c, long scratch);
}
