package org.guesscheck.bench.suite;

/** Repeatable work of one thread. */
@FunctionalInterface
interface Workload {
    /** Does the work a number of times, at least once. */
    void run(int repetitions);
}
