package org.guesscheck.core.data;

import java.util.Locale;
import java.util.Objects;

/**
 * What a network has to do with a training sample to fit it; immutable.
 *
 * <p>The margin of a sample of label y is o_y - max o_c over the other outputs c; with a single output o it is o for label 1 and -o
 * for label 0. A sample with a margin above 0 is right. A loss is that of one sample: a network fits n samples if each of its n losses
 * is below the bound, so that networks that fit more samples are among those that fit fewer.
 */
public final class Fit {
    /** A margin above 0: the largest output is that of the label. A tie is wrong. */
    public static final Fit RIGHT = new Fit(Kind.MARGIN, 0);

    private final Kind kind;
    private final double bound;

    /** What is bounded. */
    public enum Kind {
        /** The margin, from below. */
        MARGIN,
        /** {@link SampleLoss#LOGISTIC}, from above. */
        LOGISTIC,
        /** {@link SampleLoss#SQUARE}, from above. */
        SQUARE,
        /** {@link SampleLoss#HINGE}, from above. */
        HINGE
    }

    private Fit(Kind kind, double bound) {
        this.kind = kind;
        this.bound = bound;
    }

    /**
     * A margin above a bound.
     *
     * @param bound 0 or more, and finite; 0 is {@link #RIGHT}
     * @return the fit
     * @throws IllegalArgumentException if it is out of range
     */
    public static Fit margin(double bound) {
        if (!(bound >= 0 && bound <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("margin: " + bound + "; 0 or a larger finite number is allowed");
        }
        return bound == 0 ? RIGHT : new Fit(Kind.MARGIN, bound);
    }

    /**
     * A loss below a bound.
     *
     * @param loss which one
     * @param bound above 0, and finite
     * @return the fit
     * @throws IllegalArgumentException if it is out of range
     */
    public static Fit loss(SampleLoss loss, double bound) {
        if (!(bound > 0 && bound <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("loss: bound " + bound + "; a finite number above 0 is allowed");
        }
        return new Fit(
                switch (loss) {
                    case LOGISTIC -> Kind.LOGISTIC;
                    case SQUARE -> Kind.SQUARE;
                    case HINGE -> Kind.HINGE;
                },
                bound);
    }

    /**
     * What is bounded.
     *
     * @return the margin or a loss
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The bound, which a margin has to exceed and a loss to be below.
     *
     * @return 0 or more
     */
    public double bound() {
        return bound;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fit fit && fit.kind == kind && Double.compare(fit.bound, bound) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, bound);
    }

    /**
     * In words, such as {@code margin above 0.5}.
     *
     * @return a phrase
     */
    @Override
    public String toString() {
        return equals(RIGHT)
                ? "right"
                : kind == Kind.MARGIN
                        ? "margin above " + bound
                        : kind.name().toLowerCase(Locale.ROOT) + " loss below " + bound;
    }
}
