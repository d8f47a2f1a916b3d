/**
 * The only package that knows lanes, chunks and backends: how draws are numbered, generated, evaluated and reported.
 *
 * <p>The determinism contract. (1) Sixteen consecutive draws form a group and live side by side in sixteen logical lanes,
 * whatever the hardware's width. (2) {@link org.guesscheck.core.kernel.Question#CHUNK} consecutive draws form a chunk with a generator of its
 * own, seeded by hashing seed and chunk number. (3) Kernels use IEEE operations in a fixed order per lane and never
 * reduce across lanes. So every backend gives every draw the same bits.
 */
package org.guesscheck.core.kernel;
