package org.guesscheck.core.parts;

/**
 * A question cut into numbered pieces. Only one thread may use it at a time.
 *
 * @param <R> the result of the whole question
 */
public interface Division<R> {
    /**
     * The question.
     *
     * @return its settings
     */
    Identity identity();

    /**
     * How many pieces there are at most; with a wanted relative error fewer may be enough.
     *
     * <p>Splitting makes its pilot run here, once.
     *
     * @return at least 1
     * @throws IllegalArgumentException if the question can't be prepared
     * @throws UnsupportedOperationException if the backend can't run here
     * @throws java.util.concurrent.CancellationException if it was cancelled or the thread interrupted
     */
    long pieces();

    /**
     * Computes pieces.
     *
     * @param span their range, within the pieces that there are
     * @return their results
     * @throws IllegalArgumentException if the question can't be prepared, or the range is not within its pieces
     * @throws UnsupportedOperationException if the backend can't run here
     * @throws java.util.concurrent.CancellationException if it was cancelled or the thread interrupted
     */
    Part compute(Span span);

    /**
     * The fold of the parts.
     *
     * @return a new fold that has none yet
     */
    Folding<R> folding();

    /**
     * The question for another machine, with what was prepared for it until now.
     *
     * @return bytes from which the same division can be made
     */
    byte[] question();
}
