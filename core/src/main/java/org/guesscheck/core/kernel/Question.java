package org.guesscheck.core.kernel;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/**
 * A problem, a network, a seed and a threshold, prepared once for the kernels; immutable.
 *
 * <p>The training measurements are rotated by an orthogonal matrix, which leaves the training loss as it is, so that
 * the first residuals are the largest on average and most draws are rejected after a few of them.
 */
public final class Question {
    /** Logical lanes: draws in a group. */
    public static final int LANES = 16;

    /** Draws in a chunk. */
    public static final int CHUNK = 8192;

    /** Groups in a chunk. */
    public static final int GROUPS = CHUNK / LANES;

    /** Far below every norm but that of a product whose squared entries are too small for single precision. */
    private static final float LEAST_SOFTENING = 0x1p-60f;

    /** Products of hidden scales beyond this are applied layer by layer, so that no product overflows. */
    private static final double LARGEST_DEFERRED_SCALE = 0x1p40;

    private final int rows;
    private final int cols;
    private final Network network;
    private final Coordinates coordinates;
    private final int fullWidth;
    private final long seed;
    private final float largestEps;
    private final int fullEvery;
    private final LinearLoss train;
    private final LinearLoss test;
    private final float hiddenScale;
    private final float finalScale;

    /**
     * Prepares a question.
     *
     * @param problem the problem
     * @param network the network
     * @param seed seed of the draws
     * @param largestEps the largest threshold of the training loss, above 0
     * @param fullEvery every how many groups one is reported whole, a power of two up to {@link #GROUPS}
     * @throws IllegalArgumentException if the measurements written out as single-precision matrices fit no array, or not the heap
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Question(Problem problem, Network network, long seed, float largestEps, int fullEvery) {
        this(problem, network, seed, largestEps, fullEvery, () -> false);
    }

    /**
     * Prepares a question, which for thousands of measurements takes seconds, until it is told to stop.
     *
     * @param problem the problem
     * @param network the network
     * @param seed seed of the draws
     * @param largestEps the largest threshold of the training loss, above 0
     * @param fullEvery every how many groups one is reported whole, a power of two up to {@link #GROUPS}
     * @param cancelled asked every few milliseconds
     * @throws IllegalArgumentException if the measurements written out as single-precision matrices fit no array, or not the heap
     * @throws java.util.concurrent.CancellationException if the condition became true or the thread was interrupted
     */
    public Question(
            Problem problem, Network network, long seed, float largestEps, int fullEvery, BooleanSupplier cancelled) {
        this.rows = problem.rows();
        this.cols = problem.cols();
        this.network = Objects.requireNonNull(network);
        coordinates = Coordinates.WEIGHTS;
        fullWidth = network.width();
        this.seed = seed;
        this.largestEps = largestEps;
        this.fullEvery = fullEvery;
        QuestionSize.require(problem);
        double variance = 1.0 / (network.normalized() ? rows * cols : cols);
        Runnable checkpoint = () -> {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("cancelled");
            }
        };
        this.train = LinearLoss.of(LossRotation.largestResidualsFirst(problem.train(), variance, checkpoint));
        this.test = LinearLoss.of(problem.test());
        double layerScale = 1 / Math.sqrt(network.width());
        double lastScale = 1 / Math.sqrt(cols);
        double hidden = 1;
        for (int j = 1; j < network.depth(); j++) {
            hidden *= layerScale;
        }
        boolean deferred = network.activation().homogeneous() && 1 / hidden <= LARGEST_DEFERRED_SCALE;
        this.hiddenScale = deferred ? 1 : (float) layerScale;
        this.finalScale = (float) (deferred ? hidden * lastScale : lastScale);
    }

    private Question(Question other, Network network, Coordinates coordinates, int fullEvery) {
        rows = other.rows;
        cols = other.cols;
        this.network = network;
        this.coordinates = coordinates;
        fullWidth = other.fullWidth;
        seed = other.seed;
        largestEps = other.largestEps;
        this.fullEvery = fullEvery;
        train = other.train;
        test = other.test;
        hiddenScale = other.hiddenScale;
        finalScale = other.finalScale;
    }

    /** The same question with every group reported. */
    Question reportingAll() {
        return new Question(this, network, coordinates, 1);
    }

    /**
     * The same question, scales included, drawn through fewer numbers where {@link Reduction} knows how.
     *
     * @return a question of other draws with the same law; this one where none has fewer numbers
     */
    public Question reduced() {
        return switch (coordinates == Coordinates.WEIGHTS
                ? Reduction.coordinates(rows, network)
                : Coordinates.WEIGHTS) {
            case WEIGHTS -> this;
            case BARTLETT -> new Question(this, Reduction.narrow(rows, network), Coordinates.BARTLETT, fullEvery);
            case GRAM -> new Question(this, network, Coordinates.GRAM, fullEvery);
        };
    }

    /**
     * Rows of the product.
     *
     * @return m
     */
    public int rows() {
        return rows;
    }

    /**
     * Columns of the product.
     *
     * @return m'
     */
    public int cols() {
        return cols;
    }

    /**
     * The coordinates in which the product is drawn.
     *
     * @return all weights, unless this is a {@link #reduced} question
     */
    public Coordinates coordinates() {
        return coordinates;
    }

    /** The width of the network that is meant, which Bartlett's factors do not have. */
    int fullWidth() {
        return fullWidth;
    }

    /** What draws the numbers of the coordinates in the order of a layout, given what draws numbers from the prior. */
    WeightStage drawnFrom(WeightStage prior, WeightLayout order) {
        return coordinates == Coordinates.BARTLETT ? new BartlettWeights(this, order, prior) : prior;
    }

    /**
     * Where the weights of all factors but the last lie, or the numbers of the coordinates, for an estimator that draws hidden
     * features alone.
     *
     * @return the layout
     */
    public WeightLayout featureLayout() {
        return coordinates == Coordinates.GRAM
                ? WeightLayout.reducedFeatures(rows, network)
                : WeightLayout.ofFeatures(rows, network);
    }

    /**
     * The network; of Bartlett's factors, one as wide as the product has rows.
     *
     * @return shape, activation and prior
     */
    public Network network() {
        return network;
    }

    /**
     * The seed of the draws.
     *
     * @return any value
     */
    public long seed() {
        return seed;
    }

    /**
     * The largest threshold.
     *
     * @return a training loss
     */
    public float largestEps() {
        return largestEps;
    }

    /**
     * Every how many groups one is reported whole, for the prior's moments.
     *
     * @return a power of two
     */
    public int fullEvery() {
        return fullEvery;
    }

    /**
     * The training loss after rotation.
     *
     * @return rows of measurements in the order in which they are judged
     */
    public LinearLoss train() {
        return train;
    }

    /**
     * How many residuals most groups of draws are rejected by. A normalized product is of unit size and seldom near the truth, so
     * that three are enough if the squared residuals of an accepted draw sum up to little; others are often small. Only
     * speed depends on it, as measured.
     *
     * @return 3 or 5
     */
    public int firstResiduals() {
        return network.normalized() && largestEps * train.rows() < 0.1f ? 3 : 5;
    }

    /**
     * The generalization loss.
     *
     * @return rows of test measurements
     */
    public LinearLoss test() {
        return test;
    }

    /**
     * The factor on every hidden layer before its activation; 1 where it is deferred to {@link #finalScale()}.
     *
     * @return a factor above 0
     */
    public float hiddenScale() {
        return hiddenScale;
    }

    /** Whether anything happens to hidden features: an activation, or a scale. */
    boolean activates() {
        return network.activation().kind() != Activation.Kind.LINEAR || hiddenScale != 1;
    }

    /**
     * What is added to the norm of a normalized product: the network's softening, or 2^-60 where that is smaller, so that a
     * product of zeros stays one instead of 0 / 0.
     *
     * @return a number above 0
     */
    public float softening() {
        return Math.max(LEAST_SOFTENING, network.softening());
    }

    /**
     * The factor on the product.
     *
     * @return a factor above 0
     */
    public float finalScale() {
        return finalScale;
    }

    /**
     * Where a group's weights lie, and how many groups or units are drawn at once.
     *
     * @return the layout of the network's weights, or of the numbers of its coordinates
     * @throws IllegalArgumentException if the network has 2^31 weights or more
     */
    public WeightLayout layout() {
        return coordinates == Coordinates.GRAM
                ? WeightLayout.reduced(rows, cols, network)
                : WeightLayout.of(rows, cols, network);
    }
}
