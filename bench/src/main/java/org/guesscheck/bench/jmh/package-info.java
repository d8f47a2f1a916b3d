/**
 * The JMH benchmarks: every step of the loop alone, whole chunks, gradient descent and matrix products. A benchmark calls the same
 * functions as the library. Before it is timed, its bits are compared with the scalar backend's.
 */
package org.guesscheck.bench.jmh;
