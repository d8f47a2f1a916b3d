package org.guesscheck.gnc.parts;

/**
 * How many pieces a slice has: as many as take a twentieth of the time that the run has taken, so that a young run loses seconds at most
 * and an old one, which loses a minute, does not leave thousands of files.
 */
final class SliceSize {
    private static final double LEAST_SECONDS = 2;
    private static final double MOST_SECONDS = 60;
    private static final double SHARE = 0.05;

    /** The first slices take longer for each piece, while kernels are compiled. */
    private static final long GROWTH = 8;

    private long pieces = 1;
    private double all;
    private double secondsOfPiece;

    long pieces() {
        return pieces;
    }

    /** Seconds of the slices so far. */
    double seconds() {
        return all;
    }

    /** Whether more pieces take no longer than a time, at the pace of the last slice; false before the first slice. */
    boolean fit(long more, double seconds) {
        return all > 0 && more * secondsOfPiece <= seconds;
    }

    /** Learns from a slice how long its pieces took. */
    void took(long count, double seconds) {
        all += seconds;
        secondsOfPiece = seconds / Math.max(1, count);
        double wanted = Math.clamp(SHARE * all, LEAST_SECONDS, MOST_SECONDS);
        double ideal = wanted * count / Math.max(seconds, 1e-9);
        pieces = (long) Math.clamp(ideal, 1, Math.min(1e15, (double) GROWTH * pieces));
    }
}
