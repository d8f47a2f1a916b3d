package org.guesscheck.gnc.check;

import static org.guesscheck.core.random.NormalPolynomial.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.random.ChunkGenerator;
import org.guesscheck.core.random.NormalPolynomial;
import picocli.CommandLine.Command;

/**
 * The normal transform against mathematics, over all its inputs: 2^30 radii and 2^24 angles, then pairs of both. The transform
 * that is checked is {@link NormalPolynomial}, which is first shown to give the bits of every backend.
 */
@Command(
        name = "transform",
        description = "Compares the normal transform with mathematics over all of its 2^30 radii and 2^24 angles.")
final class TransformCheck extends Check {
    /** The error that no angle exceeds. */
    private static final double CIRCLE = 2.4e-7;

    private static final int BLOCKS = 1 << 10;
    private static final int PER_BLOCK = (1 << 30) / BLOCKS;

    /** Steps from one compared pair of radius and angle to the next: primes, so that pairs cover both evenly. */
    private static final int RADIUS_STRIDE = 2 * 41;

    private static final int ANGLE_STRIDE = 7919;

    /** Compares with the backends, then with mathematics. */
    @Override
    void run(Verdicts verdicts) {
        List<Backend> backends = new ArrayList<>(UsableBackends.all());
        UsableBackends.narrowerVectors().forEach(name -> backends.add(Backends.named(name)));
        for (Backend backend : backends) {
            verdicts.add(sameBits(backend, 400));
        }
        double worst = circle();
        verdicts.add(
                worst <= CIRCLE,
                "transform: distance from the unit circle %.3g at most over all angles (stated: %.3g)",
                worst,
                CIRCLE);
        TransformErrors all = IntStream.range(0, BLOCKS)
                .parallel()
                .mapToObj(block -> block(block, verdicts.cancelled()))
                .collect(TransformErrors::new, TransformErrors::merge, TransformErrors::merge);
        all.judge((long) BLOCKS * PER_BLOCK, verdicts);
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
        String bits = same ? "the bits of" : "OTHER BITS than";
        return Verdict.of(same, "transform: %s %s over %d normals", bits, backend.name(), count);
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

    /** The largest distance from the unit circle of pairs of radius 1, over all angles. */
    private static double circle() {
        double worst = 0;
        for (int w = 0; w < 1 << 23; w++) {
            worst = Math.max(worst, Math.abs(Math.hypot(first(1, w), second(1, w)) - 1));
        }
        return worst;
    }

    private static TransformErrors block(int block, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        TransformErrors errors = new TransformErrors();
        int begin = 2 * PER_BLOCK * block + 1;
        for (int i = 0; i < PER_BLOCK; i++) {
            int h = begin + 2 * i;
            float r = radius(h);
            double exact = Math.sqrt(-2 * Math.log(h * 0x1p-31));
            errors.addRadius(r, exact);
            if (h % RADIUS_STRIDE == 1) {
                errors.addPair(r, exact, h / RADIUS_STRIDE * ANGLE_STRIDE);
            }
        }
        return errors;
    }
}
