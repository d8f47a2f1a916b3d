/**
 * A question cut into pieces that any number of machines compute, and that one machine folds to the result, to the bit, of a run
 * on one machine. Knows no method, and no engine that places the work: a batch system's array of jobs and a cluster's tasks do the same.
 *
 * <p><b>Pieces.</b> A run consists of numbered pieces: claims of some chunks of draws for rejection, chunks for the conditional
 * sampler, replicas for splitting, runs for an ensemble of gradient descents, groups of 16 runs for a learning curve's. A piece's result depends on the question and its number
 * alone, not on the machine, the backend, the threads, or which other pieces are computed beside it. A
 * {@link org.guesscheck.core.parts.Division} computes a range of pieces to a {@link org.guesscheck.core.parts.Part}, so that a
 * part may be computed anywhere, again after a failure, or twice at once.
 *
 * <p><b>One fold.</b> A {@link org.guesscheck.core.parts.Folding} takes the parts in the order of their pieces. The run on one machine
 * folds its own pieces by the same code in the same order, so both have the same result. Where a sum's last bits would depend on how
 * pieces are grouped, a part has either the terms (accepted draws with their losses, replicas) or sums that
 * are exact and therefore the same in any grouping ({@link org.guesscheck.core.estimate.ExactMoments}).
 *
 * <p><b>Stopping rules.</b> With a wanted relative error, a run looks at its error after certain pieces and at no others. Those lie at fixed
 * places for rejection and the conditional sampler; for splitting a look says where the next one is. A part keeps the
 * sums between two looks apart, so that folding looks where the run on one machine does, stops where it stops, and drops
 * what was computed beyond. {@link org.guesscheck.core.parts.Folding#wanted} says how many pieces are needed until a look may be
 * the last one: an engine computes these as a round of tasks, folds them and asks again. For the samplers whose looks lie at
 * fixed places it doubles what was folded, unless the error so far says that fewer are needed.
 *
 * <p><b>Preparation.</b> Splitting's pieces need the plan of a pilot run. It costs about as much as a replica or two, is the
 * same everywhere, and is some kilobytes long. An engine with a driver runs it once, by asking for
 * {@link org.guesscheck.core.parts.Division#pieces}, and sends it within {@link org.guesscheck.core.parts.Division#question}. Jobs
 * without a driver each run it again, which takes no longer than waiting for another to do it; parts have the plan, and folding refuses those
 * with different ones.
 *
 * <p><b>Bytes.</b> A part and a question are explicit, versioned, big-endian formats of their own ({@link
 * org.guesscheck.core.parts.PartOutput}). A part begins with its format's version and length and ends with the SHA-256 of all that comes
 * before. It names its question: the sampler, the seed and every other setting on which the result depends, the problem by
 * its SHA-256, and a fingerprint of the program's draws. Folding refuses a part of another question and names the setting that differs. Host,
 * backend, threads and seconds of a part are its provenance and change nothing.
 */
package org.guesscheck.core.parts;
