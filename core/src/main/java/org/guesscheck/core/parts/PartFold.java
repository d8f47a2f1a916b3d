package org.guesscheck.core.parts;

/**
 * A method's fold of its pieces, within a {@link Folding}.
 *
 * @param <R> the result of the whole question
 */
public interface PartFold<R> {
    /**
     * Takes the next pieces; what lies beyond the last piece that is needed is dropped.
     *
     * @param results of the pieces
     * @param count how many they are
     */
    void add(PartInput results, long count);

    /**
     * Whether all pieces that are needed are there.
     *
     * @return true when the result is known
     */
    boolean complete();

    /**
     * How many pieces there are at most.
     *
     * @return as many as the division has
     */
    long pieces();

    /**
     * How many pieces are needed in all, as far as is known: after these, the fold may be complete or want more.
     *
     * @return more than were folded, unless it is complete
     */
    long wanted();

    /**
     * The result.
     *
     * @param provenance how all parts together were computed
     * @return the result of the run on one machine
     */
    R result(Provenance provenance);
}
