package org.guesscheck.core.posterior;

/**
 * Where a posterior comes from: what two runs of the same question have in common on any machine.
 *
 * @param sampler the method: {@code rejection} or {@code splitting}, say
 * @param seed seed of the draws
 * @param draws how many networks were evaluated
 * @param digest digest of the draws that the estimates rest on: for rejection all accepted draws at the largest threshold
 */
public record Origin(String sampler, long seed, long draws, String digest) {}
