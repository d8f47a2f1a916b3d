package org.guesscheck.core.kernel;

/** Arrays that one thread's kernels read and write from end to end: vectors of 16 floats from {@link Stages#BASE} on. */
public final class LaneBuffer {
    /**
     * Unused floats behind the vectors, 4 KiB. A processor that reads an array in order prefetches lines behind its end, at most to
     * the end of a page of 4 KiB. Lines that another thread writes there would travel between both threads' caches in every pass,
     * which was measured to cost the other thread up to two fifths of its speed, depending on where the collector had put the arrays.
     */
    private static final int AHEAD = 1024;

    private static final int MOST = Integer.MAX_VALUE - 8;

    private LaneBuffer() {}

    /**
     * A new buffer.
     *
     * @param what is in it, for the message
     * @param vectors of 16 floats
     * @return zeros
     * @throws IllegalArgumentException if they fit no array
     */
    public static float[] of(String what, long vectors) {
        long floats = Stages.BASE + vectors * Question.LANES;
        if (floats > MOST) {
            throw new IllegalArgumentException(
                    what + " of 16 draws need " + floats + " numbers; fewer than 2^31 are allowed");
        }
        return new float[(int) Math.min(floats + AHEAD, MOST)];
    }
}
