package org.guesscheck.bench.suite;

/** Work that can be repeated, for one thread. */
@FunctionalInterface
interface Workload {
    /** Does the work a number of times, at least once. */
    void run(int repetitions);
}
