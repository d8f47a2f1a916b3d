package org.guesscheck.core.parts;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Folds parts, in the order of their pieces, to the result of the run on one machine. Parts are not kept. For one thread.
 *
 * @param <R> the result of the whole question
 */
public final class Folding<R> {
    private final PartFold<R> fold;
    private final Set<String> hosts = new LinkedHashSet<>();
    private final Set<String> backends = new LinkedHashSet<>();
    private Part first;
    private long folded;
    private int threads = 1;
    private double seconds;

    /**
     * A fold with no parts.
     *
     * @param fold the method's fold
     */
    public Folding(PartFold<R> fold) {
        this.fold = fold;
    }

    /**
     * Takes the next part; one that comes when the fold is complete is dropped.
     *
     * @param part of the same question as the others; its first piece follows the last one folded
     * @return whether the fold is complete, so that no other part is needed
     * @throws PartException if the part is of another question, was prepared by another plan, or does not follow
     */
    public boolean add(Part part) {
        first = first == null ? part : first;
        Optional<String> other = part.identity().difference(first.identity());
        if (other.isPresent()) {
            throw new PartException("part of another question: " + other.get());
        }
        if (!part.sharesWith(first)) {
            throw new PartException("part of the same question, but prepared by other means than the first part");
        }
        if (complete()) {
            return true;
        }
        if (part.span().first() != folded) {
            throw new PartException("its first piece is " + part.span().first() + "; " + folded + " is needed");
        }
        fold.add(part.results(), part.span().count());
        folded = part.span().end();
        Provenance from = part.provenance();
        hosts.add(from.host());
        backends.add(from.backend());
        threads = Math.max(threads, from.threads());
        seconds += from.seconds();
        return complete();
    }

    /**
     * Whether the result is known.
     *
     * @return true if no other part is needed
     */
    public boolean complete() {
        return fold.complete();
    }

    /**
     * How many pieces were folded.
     *
     * @return the number of the next piece
     */
    public long folded() {
        return folded;
    }

    /**
     * How many pieces there are at most.
     *
     * @return as many as the division has
     */
    public long pieces() {
        return fold.pieces();
    }

    /**
     * How many pieces are needed in all, as far as is known: once these are folded, the fold is complete or wants more.
     *
     * @return more than were folded, unless the fold is complete
     */
    public long wanted() {
        return fold.wanted();
    }

    /**
     * The machines that computed the parts.
     *
     * @return their names, without the empty one
     */
    public Set<String> hosts() {
        Set<String> named = new LinkedHashSet<>(hosts);
        named.remove("");
        return named;
    }

    /**
     * How the parts together were computed.
     *
     * @return the machines; the backends; the most threads of any part; the sum of their seconds, as if they had been computed one
     *     after the other
     */
    public Provenance provenance() {
        return new Provenance(String.join(" + ", hosts()), String.join(" + ", backends), threads, seconds);
    }

    /**
     * The result, with the {@link #provenance} of all parts.
     *
     * @return the result of the run on one machine
     * @throws IllegalStateException if parts are missing
     */
    public R result() {
        if (!complete()) {
            throw new IllegalStateException("pieces from " + folded + " on are missing");
        }
        return fold.result(provenance());
    }
}
