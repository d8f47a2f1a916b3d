package org.guesscheck.bench.suite;

import java.util.Arrays;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.ProductStage;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightLayout;
import org.guesscheck.core.kernel.WeightStage;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;

/**
 * Work for one thread of a backend. What is made here has given the same bits as the scalar backend before it is returned.
 */
public final class KernelWork {
    /** Vectors of 16 weights that are drawn at once, as the loop draws them for the shape w5-d2. */
    public static final int VECTORS = 300;

    /** Weights that one repetition draws at most, so that slow backends are timed as often as fast ones. */
    private static final long WEIGHTS = 1 << 20;

    /** Groups whose reports are compared with those of the scalar backend, and the most weights that plain Java draws for that. */
    private static final int COMPARED = 8;

    private static final long COMPARED_WEIGHTS = 1 << 24;

    private KernelWork() {}

    /** Groups of draws in one repetition: whole chunks, as the sampler has them, but for large networks. */
    public static int groups(Question question) {
        long weights = (long) question.layout().vectors() * Question.LANES;
        return Math.clamp(WEIGHTS / weights, 1, Question.GROUPS);
    }

    /** Whole chunks, or as much of each as fits the limit of weights, one chunk after the other. */
    static Workload draws(Backend backend, Question question) {
        ChunkKernel kernel = checked(backend, question);
        int groups = groups(question);
        ChunkReport report = new ChunkReport();
        long[] chunk = {0};
        return repetitions -> {
            for (int i = 0; i < repetitions; i++) {
                kernel.evaluate(chunk[0]++, groups, report);
            }
        };
    }

    /**
     * A new kernel that has reported some groups as the scalar backend does.
     *
     * @throws IllegalStateException if it has not
     */
    public static ChunkKernel checked(Backend backend, Question question) {
        ChunkKernel kernel = backend.kernel(question);
        ChunkReport expected = new ChunkReport();
        ChunkReport actual = new ChunkReport();
        int compared =
                Math.clamp(COMPARED_WEIGHTS / ((long) question.layout().vectors() * Question.LANES), 1, COMPARED);
        Backends.named("scalar").kernel(question).evaluate(1, compared, expected);
        kernel.evaluate(1, compared, actual);
        requireSame(backend, expected, actual);
        return kernel;
    }

    /**
     * Compares the reported groups and the bits of their losses; what lies behind them is left over from other groups.
     *
     * @throws IllegalStateException if they differ
     */
    public static void requireSame(Backend backend, ChunkReport expected, ChunkReport actual) {
        int draws = Question.LANES * expected.count;
        if (expected.count == 0
                || actual.count != expected.count
                || !Arrays.equals(actual.group, 0, actual.count, expected.group, 0, expected.count)
                || !Arrays.equals(actual.trainLoss, 0, draws, expected.trainLoss, 0, draws)
                || !Arrays.equals(actual.generalizationLoss, 0, draws, expected.generalizationLoss, 0, draws)) {
            throw new IllegalStateException("backend " + backend.name() + " reports other losses than scalar");
        }
    }

    /** {@link #VECTORS} vectors of weights from the prior. */
    static Workload weights(Backend backend, Question question) {
        WeightStage weights = backend.stages(question).weights();
        float[] out = buffer(VECTORS);
        float[] expected = buffer(VECTORS);
        WeightStage scalar = Backends.named("scalar").stages(question).weights();
        scalar.seed(1, 1);
        scalar.fill(expected, VECTORS);
        weights.seed(1, 1);
        weights.fill(out, VECTORS);
        requireEqual(backend, "weights", expected, out);
        return repetitions -> {
            for (int i = 0; i < repetitions; i++) {
                weights.fill(out, VECTORS);
            }
        };
    }

    /**
     * A batch of the products of 16 draws each that a depth-2 network of that width makes for a problem of that side.
     *
     * @param side of the problem's matrices
     * @param units the network's width, so small that its groups are drawn whole
     */
    public record Products(int side, int units) {
        /** Refuses networks whose products the loop makes tile by tile. */
        public Products {
            if (!WeightLayout.of(side, side, Network.linear(units, 2)).whole()) {
                throw new IllegalArgumentException("products " + side + "x" + units + "x" + side
                        + ": a group of so many weights is not drawn at once; fewer are allowed");
            }
        }

        /** The question whose products these are. */
        public Question question() {
            Problem problem = Problem.sensing(side, side, 1, Math.min(Shape.MEASUREMENTS, side * side - 1), 1);
            return new Question(problem, Network.linear(units, 2), 1, Shape.EPS, 64);
        }

        /** How many groups are multiplied in one call: as many as the loop draws at once. */
        public int batch() {
            return WeightLayout.of(side, side, Network.linear(units, 2)).batch();
        }

        /** Floating-point operations of one call. */
        public double flops() {
            return 2.0 * side * side * units * Question.LANES * batch();
        }

        /** The call as the rejection loop makes it. */
        public Multiplication job(Question question) {
            WeightLayout layout = question.layout();
            int perGroup = layout.vectors();
            Multiplication job = new Multiplication();
            job.groups = batch();
            job.rows = side;
            job.cols = side;
            job.units = units;
            job.y = buffer(perGroup * batch());
            job.yGroup = perGroup;
            job.yRow = layout.rowStride(0);
            job.yUnit = layout.columnStride(0);
            job.w = job.y;
            job.wAt = layout.first(1);
            job.wGroup = perGroup;
            job.wUnit = layout.rowStride(1);
            job.out = buffer(side * side * batch());
            job.outGroup = side * side;
            job.fresh = true;
            WeightStage scalar = Backends.named("scalar").stages(question).weights();
            scalar.seed(1, 1);
            scalar.fill(job.y, perGroup * batch());
            return job;
        }

        @Override
        public String toString() {
            return side + "x" + units + "x" + side;
        }
    }

    /** Calls of {@link ProductStage#multiply}. */
    static Workload products(Backend backend, Products products) {
        Multiplication job = products.job(products.question());
        ProductStage stage = multiplying(backend, products, job);
        return repetitions -> {
            for (int i = 0; i < repetitions; i++) {
                stage.multiply(job);
            }
        };
    }

    /**
     * A new stage that has multiplied as the scalar backend does.
     *
     * @throws IllegalStateException if it has not
     */
    public static ProductStage multiplying(Backend backend, Products products, Multiplication job) {
        Question question = products.question();
        Backends.named("scalar").stages(question).products().multiply(job);
        float[] expected = job.out.clone();
        Arrays.fill(job.out, 0);
        ProductStage stage = backend.stages(question).products();
        stage.multiply(job);
        requireEqual(backend, "products " + products, expected, job.out);
        return stage;
    }

    /** An array of so many vectors behind the first element in use. */
    public static float[] buffer(int vectors) {
        return new float[Stages.BASE + Question.LANES * vectors];
    }

    /**
     * Compares bits, from the first element in use on.
     *
     * @throws IllegalStateException if they differ
     */
    public static void requireEqual(Backend backend, String what, float[] expected, float[] actual) {
        if (!Arrays.equals(expected, Stages.BASE, expected.length, actual, Stages.BASE, actual.length)) {
            throw new IllegalStateException("backend " + backend.name() + ": other " + what + " than scalar");
        }
    }
}
