package org.guesscheck.bench.suite;

import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/**
 * A network whose draws are timed: on the paper's problem, 5 x 5, rank 1, 15 measurements, or on a larger one.
 *
 * @param name name in tables and files
 * @param side rows, and columns, of the problem's matrices
 * @param measurements number of training measurements
 * @param eps the threshold
 * @param network a network with a Gaussian prior
 */
public record Shape(String name, int side, int measurements, float eps, Network network) {
    /** Side of the paper's matrices. */
    public static final int SIDE = 5;

    /** Number of training measurements. */
    public static final int MEASUREMENTS = 15;

    /** The threshold of the paper's sweeps of the width. */
    public static final float EPS = 0.02f;

    /** The threshold of its sweeps of the depth, whose networks are normalized. */
    private static final float NORMALIZED_EPS = 0.0035f;

    /** The six shapes in the tables of the documents. */
    public static final List<Shape> STANDARD = List.of(
            paper("w5-d2", Network.linear(5, 2)),
            paper("w40-d2", Network.linear(40, 2)),
            paper("w160-d2", Network.linear(160, 2)),
            paper("w5-d2-normalized", Network.linear(5, 2).normalize()),
            paper("w5-d5-normalized", Network.linear(5, 5).normalize()),
            paper("w5-d10-normalized", Network.linear(5, 10).normalize()));

    /** The shapes of the presets beyond-10x10 and beyond-20x20 at depth 3. */
    public static final List<Shape> LARGER = List.of(
            new Shape(
                    "10x10-d3-normalized", 10, 60, 0.004f, Network.linear(10, 3).normalize()),
            new Shape(
                    "20x20-d3-normalized",
                    20,
                    100,
                    0.0015f,
                    Network.linear(20, 3).normalize()));

    /** Normalized wide networks that are not linear, plain and in reduced form. The C program of toolchain/peers has the same, in this order. */
    public static final List<Shape> WIDE = Stream.of(Activation.TANH, Activation.LEAKY_RELU)
            .flatMap(activation -> Stream.of(
                    wide(160, 2, activation),
                    wide(160, 5, activation),
                    wide(640, 5, activation),
                    wide(100, 10, activation)))
            .toList();

    /** Two linear networks in reduced form, a narrow one and a wide one. Their draws cost the same. */
    static final List<Shape> REDUCED =
            List.of(paper("w160-d2", Network.linear(160, 2)), paper("w10000-d2", Network.linear(10_000, 2)));

    private static Shape paper(String name, Network network) {
        return new Shape(name, SIDE, MEASUREMENTS, network.normalized() ? NORMALIZED_EPS : EPS, network);
    }

    private static Shape wide(int width, int depth, Activation activation) {
        String kind = activation.kind() == Activation.Kind.TANH ? "tanh" : "leaky";
        Network network = Network.linear(width, depth).with(activation).normalize();
        return paper("w" + width + "-d" + depth + "-" + kind + "-normalized", network);
    }

    /** The standard, larger or wide shape of a name. */
    public static Shape named(String name) {
        List<Shape> all =
                Stream.of(STANDARD, LARGER, WIDE).flatMap(List::stream).toList();
        return all.stream()
                .filter(shape -> shape.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("shape: '" + name + "'; "
                        + all.stream().map(Shape::name).toList()
                        + " are allowed"));
    }

    /** The paper's problem. */
    public static Problem problem() {
        return Problem.sensing(SIDE, SIDE, 1, MEASUREMENTS, 1);
    }

    /** The problem of this shape. */
    Problem ownProblem() {
        return Problem.sensing(side, side, 1, measurements, 1);
    }

    /** What the kernels are asked, as a long run of the sampler asks it: every 64th group enters the prior's moments. */
    public Question question() {
        return new Question(ownProblem(), network, 1, eps, 64);
    }
}
