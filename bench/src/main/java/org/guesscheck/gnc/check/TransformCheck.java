package org.guesscheck.gnc.check;

import static org.guesscheck.core.random.NormalPolynomial.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.random.ChunkGenerator;
import org.guesscheck.core.random.NormalPolynomial;

/**
 * The normal transform against mathematics, over all its inputs: 2^30 radii and 2^24 angles, then pairs of both. The transform
 * that is checked is {@link NormalPolynomial}, which is first shown to give the bits of every backend.
 */
public final class TransformCheck {
    private static final double[] TAILS = {4, 5, 5.5, 6};

    /** Errors that no input exceeds: of all radii, of those from 2 on, of the circle, and of normals. */
    private static final double RADIUS = 6.6e-7;

    private static final double FAR_RADIUS = 4.6e-7;
    private static final double CIRCLE = 2.4e-7;
    private static final double NORMAL = 9e-7;
    private static final double FAR_NORMAL = 1.2e-6;
    private static final double USUAL_NORMAL = 1.6e-7;

    /** How far the probability beyond each limit may be from the normal one. */
    private static final double[] TAIL_ERRORS = {1e-7, 1e-5, 2e-4, 7e-3};

    /** Radii nearer to 0 are drawn once in 200; their U has 24 bits near 1, so that they are coarse. */
    private static final double LEAST_RADIUS = 0.1;

    private static final int BLOCKS = 1 << 10;
    private static final int PER_BLOCK = (1 << 30) / BLOCKS;

    /** Steps from one compared pair of radius and angle to the next: primes, so that pairs cover both evenly. */
    private static final int RADIUS_STRIDE = 2 * 41;

    private static final int ANGLE_STRIDE = 7919;

    private double radius;
    private double farRadius;
    private double normal;
    private double farNormal;
    private double squares;
    private long pairs;
    private double largest;
    private final double[] tails = new double[TAILS.length];

    private TransformCheck() {}

    /** Compares with the backends, then with mathematics. */
    public static void run(List<Backend> backends, BooleanSupplier cancelled, Consumer<Verdict> verdicts) {
        for (Backend backend : backends) {
            verdicts.accept(sameBits(backend, 400));
        }
        verdicts.accept(circle());
        TransformCheck all = IntStream.range(0, BLOCKS)
                .parallel()
                .mapToObj(block -> block(block, cancelled))
                .collect(TransformCheck::new, TransformCheck::merge, TransformCheck::merge);
        all.judge(verdicts);
    }

    /** So many chunks of normals of a backend, and of the generator's words by the transform checked here. */
    static Verdict sameBits(Backend backend, int chunks) {
        int vectors = 2 * 64;
        Stages stages = backend.stages(Shape.STANDARD.getFirst().question());
        ChunkGenerator generator = new ChunkGenerator();
        long[] skipped = new long[NormalPolynomial.PIPELINE * ChunkGenerator.STEP];
        long[] words = new long[vectors / 2 * ChunkGenerator.STEP];
        float[] expected = new float[Stages.BASE + vectors * Question.LANES];
        float[] actual = expected.clone();
        boolean same = true;
        for (int chunk = 0; chunk < chunks; chunk++) {
            stages.weights().seed(43, chunk);
            // The angles' stream is ahead by the kernels' pipeline.
            generator.seed(43, chunk);
            generator.next(skipped);
            long[] ahead = new long[words.length];
            generator.next(ahead);
            generator.seed(43, chunk);
            generator.next(words);
            transform(words, ahead, expected);
            stages.weights().fill(actual, vectors);
            same &= Arrays.equals(expected, actual);
        }
        long count = (long) chunks * vectors * Question.LANES;
        String what = same ? "the bits of" : "OTHER BITS than";
        return new Verdict(
                same, String.format(Locale.ROOT, "transform: %s %s over %d normals", what, backend.name(), count));
    }

    private static void transform(long[] radii, long[] angles, float[] out) {
        for (int step = 0; step < radii.length / ChunkGenerator.STEP; step++) {
            for (int lane = 0; lane < Question.LANES; lane++) {
                int at = step * ChunkGenerator.STEP + lane / 2;
                int half = 32 * (lane % 2);
                int u = (int) (radii[at] >>> half);
                int w = (int) (angles[at + ChunkGenerator.STEP / 2] >>> half);
                float radius = radius(odd(u));
                int to = Stages.BASE + 2 * Question.LANES * step + lane;
                out[to] = first(radius, w);
                out[to + Question.LANES] = second(radius, w);
            }
        }
    }

    /** Of radius 1, over all angles. */
    private static Verdict circle() {
        double worst = 0;
        for (int w = 0; w < 1 << 23; w++) {
            worst = Math.max(worst, Math.abs(Math.hypot(first(1, w), second(1, w)) - 1));
        }
        return new Verdict(
                worst <= CIRCLE,
                String.format(
                        Locale.ROOT,
                        "transform: distance from the unit circle %.3g at most over all angles (stated: %.3g)",
                        worst,
                        CIRCLE));
    }

    private static TransformCheck block(int block, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        TransformCheck check = new TransformCheck();
        int begin = 2 * PER_BLOCK * block + 1;
        for (int i = 0; i < PER_BLOCK; i++) {
            int h = begin + 2 * i;
            float r = radius(h);
            double exact = Math.sqrt(-2 * Math.log(h * 0x1p-31));
            check.addRadius(r, exact);
            if (h % RADIUS_STRIDE == 1) {
                check.addPair(r, exact, h / RADIUS_STRIDE * ANGLE_STRIDE);
            }
        }
        return check;
    }

    private void addRadius(float r, double exact) {
        double error = Math.abs(r - exact);
        if (exact >= LEAST_RADIUS) {
            radius = Math.max(radius, error);
        }
        if (exact >= 2) {
            farRadius = Math.max(farRadius, error);
        }
        largest = Math.max(largest, r);
        if (r > TAILS[0]) {
            for (int t = 0; t < TAILS.length && r > TAILS[t]; t++) {
                // The share of the circle of this radius beyond the limit.
                tails[t] += Math.acos(TAILS[t] / r) / Math.PI;
            }
        }
    }

    private void addPair(float r, double exact, int w) {
        if (exact < LEAST_RADIUS) {
            return;
        }
        double sign = w < 0 ? -1 : 1;
        double turn = turn(w);
        double a = Math.abs(first(r, w) + sign * exact * Math.sin(Math.PI * turn));
        double b = Math.abs(second(r, w) - sign * exact * Math.cos(Math.PI * turn));
        if (exact < 3) {
            normal = Math.max(normal, Math.max(a, b));
        } else {
            farNormal = Math.max(farNormal, Math.max(a, b));
        }
        squares += a * a + b * b;
        pairs++;
    }

    private void merge(TransformCheck other) {
        radius = Math.max(radius, other.radius);
        farRadius = Math.max(farRadius, other.farRadius);
        normal = Math.max(normal, other.normal);
        farNormal = Math.max(farNormal, other.farNormal);
        largest = Math.max(largest, other.largest);
        squares += other.squares;
        pairs += other.pairs;
        Arrays.setAll(tails, t -> tails[t] + other.tails[t]);
    }

    private void judge(Consumer<Verdict> verdicts) {
        verdicts.accept(atMost("error of the radius from 0.1 on, over all 2^30 words", radius, RADIUS));
        verdicts.accept(atMost("error of the radius from 2 on", farRadius, FAR_RADIUS));
        verdicts.accept(atMost("error of normals of radius 0.1 to 3, over " + pairs + " pairs", normal, NORMAL));
        verdicts.accept(atMost("error of normals of larger radius", farNormal, FAR_NORMAL));
        verdicts.accept(atMost("root mean square error of normals", Math.sqrt(squares / (2 * pairs)), USUAL_NORMAL));
        NormalDistribution law = NormalDistribution.of(0, 1);
        for (int t = 0; t < TAILS.length; t++) {
            double ratio = tails[t] / ((double) BLOCKS * PER_BLOCK) / law.survivalProbability(TAILS[t]);
            verdicts.accept(new Verdict(
                    Math.abs(ratio - 1) <= TAIL_ERRORS[t],
                    String.format(
                            Locale.ROOT,
                            "transform: probability beyond %.1f is 1 %+.2g of the normal one, over all radii",
                            TAILS[t],
                            ratio - 1)));
        }
        verdicts.accept(new Verdict(
                largest > 6.55 && largest < 6.56,
                String.format(Locale.ROOT, "transform: largest radius %.4f", largest)));
    }

    private static Verdict atMost(String what, double value, double stated) {
        return new Verdict(
                value <= stated,
                String.format(Locale.ROOT, "transform: %s %.3g at most (stated: %.3g)", what, value, stated));
    }
}
