/**
 * The JMH benchmarks: every step of the loop alone, whole chunks, gradient descent and matrix products. A benchmark calls
 * what the library calls, and compares its bits with those of the scalar backend before it is timed.
 */
package org.guesscheck.bench.jmh;
