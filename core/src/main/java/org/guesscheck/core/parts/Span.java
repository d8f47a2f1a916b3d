package org.guesscheck.core.parts;

/**
 * A range of pieces.
 *
 * @param first the first piece, from 0
 * @param end the piece after the last one; equal to first in an empty range
 * @param number the range's number among those that a run was cut into, from 1; 0 where pieces are handed out as needed
 * @param of how many ranges the run was cut into; 0 where pieces are handed out as needed
 */
public record Span(long first, long end, int number, int of) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the range ends before it begins, or has a number that it can't have
     */
    public Span {
        if (first < 0 || end < first || number < 0 || number > of) {
            throw new PartException("pieces " + first + " to " + end + ", part " + number + " of " + of
                    + "; a range from 0 on with a number of 1 to the number of parts is allowed");
        }
    }

    /**
     * A range without a number.
     *
     * @param first the first piece
     * @param end the piece after the last one
     * @return the range
     */
    public static Span of(long first, long end) {
        return new Span(first, end, 0, 0);
    }

    /**
     * One of the ranges of nearly equal length that a run is cut into.
     *
     * @param pieces pieces of the run
     * @param number the range's number, from 1
     * @param of how many ranges there are
     * @return the range, empty where there are fewer pieces than ranges
     */
    public static Span part(long pieces, int number, int of) {
        return new Span(start(pieces, number - 1, of), start(pieces, number, of), number, of);
    }

    /** Without overflow: the first ranges have one piece more than the others. */
    private static long start(long pieces, int range, int of) {
        return pieces / of * range + Math.min(range, pieces % of);
    }

    /**
     * The number of pieces.
     *
     * @return 0 or more
     */
    public long count() {
        return end - first;
    }

    /**
     * Refuses a range of pieces that there are not.
     *
     * @param pieces how many pieces there are
     * @throws PartException if the range ends beyond them
     */
    public void requireWithin(long pieces) {
        if (end > pieces) {
            throw new PartException("pieces: " + first + " to " + (end - 1) + "; 0 to " + (pieces - 1) + " is allowed");
        }
    }

    void write(PartOutput out) {
        out.putCount(first).putCount(end).putCount(number).putCount(of);
    }

    static Span read(PartInput in) {
        return new Span(in.nextCount(), in.nextCount(), (int) in.nextCount(), (int) in.nextCount());
    }
}
