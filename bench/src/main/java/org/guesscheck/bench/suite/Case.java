package org.guesscheck.bench.suite;

/**
 * Work whose rate is measured in several rounds.
 *
 * @param id name within the run: unit, shape and backend, such as {@code draws/w5-d2/vector-512}
 * @param work the work that is done
 * @param allocates whether the work may allocate
 * @param method measures a round
 */
record Case(String id, Work work, boolean allocates, Method method) {
    /** Measures a round. */
    @FunctionalInterface
    interface Method {
        /** Makes new kernels, so that they are compiled anew, and measures them. */
        Round measure(double seconds);
    }
}
