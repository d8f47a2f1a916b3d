package org.guesscheck.core.descent;

/**
 * How a run of gradient descent was computed; its times differ between equal runs.
 *
 * @param products {@link Descent#FIXED_ORDER}, or for a large run the library that multiplied matrices: the last bits of the
 *     weights, and so the digest, belong to that library, its version, its kernels and its threads
 * @param seconds wall-clock time of the epochs in seconds
 * @param productSeconds wall-clock time spent in matrix products in seconds; 0 for fixed order, where products are not apart
 */
public record DescentExecution(String products, double seconds, double productSeconds) {}
