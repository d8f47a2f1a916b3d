/**
 * The work that all samplers share: task and settings, threads and their cancellation, results folded in order, progress, and
 * the rules by which estimates are doubted. Knows no method.
 */
package org.guesscheck.core.sampler.work;
