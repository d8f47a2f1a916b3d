/**
 * All random numbers: SplitMix64, which seeds; the generator of a chunk of draws and its jumps; how its words become uniform and
 * normal weights, and normal numbers chi variables.
 *
 * <p>Part of the determinism contract: integers and IEEE operations in a fixed order. Backends that work in vectors or in C take
 * seeds and constants from here and give the bits of {@link org.guesscheck.core.random.PriorStream}.
 */
package org.guesscheck.core.random;
