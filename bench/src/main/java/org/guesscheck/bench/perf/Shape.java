package org.guesscheck.bench.perf;

import java.util.List;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/**
 * A network whose draws are timed on the paper's problem: 5 x 5, rank 1, 15 measurements, threshold 0.02.
 *
 * @param name how it is called in tables and files
 * @param network a linear network with a Gaussian prior
 */
public record Shape(String name, Network network) {
    /** Side of the problem's matrices. */
    public static final int SIDE = 5;

    /** Number of training measurements. */
    public static final int MEASUREMENTS = 15;

    /** The threshold. */
    public static final float EPS = 0.02f;

    /** The six shapes of which the documents speak. */
    public static final List<Shape> STANDARD = List.of(
            new Shape("w5-d2", Network.linear(5, 2)),
            new Shape("w40-d2", Network.linear(40, 2)),
            new Shape("w160-d2", Network.linear(160, 2)),
            new Shape("w5-d2-normalized", Network.linear(5, 2).normalize()),
            new Shape("w5-d5-normalized", Network.linear(5, 5).normalize()),
            new Shape("w5-d10-normalized", Network.linear(5, 10).normalize()));

    /** One of the standard shapes. */
    public static Shape named(String name) {
        return STANDARD.stream()
                .filter(shape -> shape.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("shape: '" + name + "'; "
                        + STANDARD.stream().map(Shape::name).toList() + " are allowed"));
    }

    /** The paper's problem. */
    public static Problem problem() {
        return Problem.sensing(SIDE, SIDE, 1, MEASUREMENTS, 1);
    }

    /** What the kernels are asked, as a long run of the sampler asks it: every 64th group enters the prior's moments. */
    public Question question() {
        return new Question(problem(), network, 1, EPS, 64);
    }
}
