package org.guesscheck.core.random;

/**
 * The SplitMix64 generator: a Weyl sequence followed by a 64-bit finaliser; period 2^64, 8 bytes of state.
 *
 * <p>Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014; finaliser constants
 * of Stafford's variant 13. It seeds everything here: problems, and the vector generators of the kernels.
 */
public final class SplitMix64 {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /**
     * Starts a sequence.
     *
     * @param seed any value
     */
    public SplitMix64(long seed) {
        state = seed;
    }

    /**
     * The bijective finaliser alone, used as a hash.
     *
     * @param z any value
     * @return its hash
     */
    public static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    /**
     * The next 64 bits.
     *
     * @return uniformly distributed bits
     */
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /**
     * The next uniform number.
     *
     * @return a multiple of 2^-53 in [0, 1)
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * The next whole number below a bound, unbiased by rejection.
     *
     * @param bound the bound, at least 1
     * @return a value in [0, bound)
     */
    public int nextInt(int bound) {
        long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
        long bits = nextLong() >>> 1;
        while (bits >= limit) {
            bits = nextLong() >>> 1;
        }
        return (int) (bits % bound);
    }

    /**
     * The next standard normal number, by Box and Muller's transform with {@link StrictMath}, so that it has the same
     * bits everywhere.
     *
     * @return a normal number of mean 0 and variance 1
     */
    public double nextNormal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
    }
}
