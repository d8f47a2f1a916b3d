package org.guesscheck.bench.suite;

/**
 * Work whose rate is measured in several rounds.
 *
 * @param id name within the run: unit, shape and backend, such as {@code draws/w5-d2/vector-512}
 * @param unit the unit of work that is counted, such as draws
 * @param flops floating-point operations of one unit; 0 if the work is not counted in them
 * @param threads number of threads
 * @param allocates whether the work may allocate
 * @param method measures a round
 */
record Case(String id, String unit, double flops, int threads, boolean allocates, Method method) {
    /** Measures a round. */
    @FunctionalInterface
    interface Method {
        /** Makes new kernels, so that they are compiled anew, and measures them. */
        Round measure(double seconds);
    }
}
