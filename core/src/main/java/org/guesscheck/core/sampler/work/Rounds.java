package org.guesscheck.core.sampler.work;

/** How many pieces to compute before the next fold, where looks at the error lie at fixed places. */
public final class Rounds {
    private Rounds() {}

    /**
     * Twice the pieces that were folded, or fewer where the error so far says that these suffice, and a few at first.
     *
     * @param folded pieces that were folded
     * @param needed pieces that are needed as far as is known; all of them where nothing is known
     * @param all how many pieces there are
     * @param look the piece after which the error is looked at next
     * @return at least the pieces up to the next look, at most all
     */
    public static long wanted(long folded, long needed, long all, long look) {
        long doubled = folded > all / 2 ? all : 2 * folded;
        return Math.min(all, Math.max(look, Math.min(doubled, needed)));
    }
}
