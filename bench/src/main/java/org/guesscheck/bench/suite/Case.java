package org.guesscheck.bench.suite;

/**
 * Something that is measured in several rounds.
 *
 * @param id its name within the run, such as {@code draws/w5-d2/vector-512}: what is counted, of what, by what
 * @param unit what is counted
 * @param flops floating-point operations of one unit; 0 where they are not what is counted
 * @param threads how many threads work
 * @param allocates whether it may allocate while it works
 * @param method how a round is measured
 */
record Case(String id, String unit, double flops, int threads, boolean allocates, Method method) {
    /** How a round is measured. */
    @FunctionalInterface
    interface Method {
        /** Makes everything that is measured anew, so that the compiler starts afresh, and measures it. */
        Round measure(double seconds);
    }
}
