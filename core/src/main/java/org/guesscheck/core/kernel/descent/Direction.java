package org.guesscheck.core.kernel.descent;

/**
 * The direction in which a step goes, with g the gradient and w the weights. Length, momentum and correction are numbers of a lane
 * ({@link StepNumbers}). All is single precision, every operation rounded.
 */
public enum Direction {
    /** Along the gradient: w = w - length g. */
    GRADIENT(0),
    /** Along a buffer: b = momentum b + g, w = w - length b. */
    MOMENTUM(1),
    /**
     * Along a mean over a root mean square: m = {@link #FIRST_DECAY} m + (1 - {@link #FIRST_DECAY}) g, v = {@link #SECOND_DECAY} v +
     * (1 - {@link #SECOND_DECAY}) g g, w = w - length m / (sqrt(v) correction + {@link #SOFTENING}). Source: Kingma and Ba, Adam, 2015
     * (arXiv 1412.6980), with their default numbers.
     */
    ADAM(2);

    /** Decay of Adam's mean of gradients. */
    public static final float FIRST_DECAY = 0.9f;

    /** The weight of a new gradient in Adam's mean, rounded from double precision. */
    public static final float FIRST_SHARE = 0.1f;

    /** Decay of Adam's mean of squares. */
    public static final float SECOND_DECAY = 0.999f;

    /** The weight of a new square in Adam's mean, rounded from double precision. */
    public static final float SECOND_SHARE = 0.001f;

    /** What is added to Adam's root mean square. */
    public static final float SOFTENING = 1e-8f;

    private final int buffers;

    Direction(int buffers) {
        this.buffers = buffers;
    }

    /**
     * How many numbers a weight has beside itself and its gradient.
     *
     * @return 0, 1 or 2
     */
    public int buffers() {
        return buffers;
    }
}
