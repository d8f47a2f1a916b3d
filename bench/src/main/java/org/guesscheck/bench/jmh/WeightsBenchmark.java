package org.guesscheck.bench.jmh;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.guesscheck.bench.suite.KernelWork;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/**
 * Weights from the prior, per weight. Uniform weights cost little beyond their generator, so the difference between normal and
 * uniform weights is the normal transform. The baselines are the stores alone and the JDK's own generator of normal numbers.
 */
public class WeightsBenchmark extends KernelBenchmark {
    private static final int COUNT = KernelWork.VECTORS * Question.LANES;

    private final float[] out = KernelWork.buffer(KernelWork.VECTORS);
    private final SplittableRandom jdk = new SplittableRandom(1);
    private WeightStage normals;
    private WeightStage uniforms;
    private float constant;

    /** Makes the generators, and compares their first numbers with the scalar backend's. */
    @Setup
    public void prepare() {
        Network network = Network.linear(5, 2);
        normals = checked(network);
        uniforms = checked(network.with(Prior.UNIFORM));
    }

    private WeightStage checked(Network network) {
        Question question = new Question(Shape.problem(), network, 1, Shape.EPS, 64);
        WeightStage weights = usableBackend().stages(question).weights();
        WeightStage scalar = Backends.named("scalar").stages(question).weights();
        float[] expected = KernelWork.buffer(KernelWork.VECTORS);
        weights.seed(1, 3);
        scalar.seed(1, 3);
        for (int i = 0; i < 2; i++) {
            weights.fill(out, KernelWork.VECTORS);
            scalar.fill(expected, KernelWork.VECTORS);
            KernelWork.requireEqual(usableBackend(), "weights", expected, out);
        }
        return weights;
    }

    /** Generator and normal transform. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] normals() {
        normals.fill(out, KernelWork.VECTORS);
        return out;
    }

    /** Generator and conversion. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] uniforms() {
        uniforms.fill(out, KernelWork.VECTORS);
        return out;
    }

    /** The stores alone; the same for every backend. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] baselineStores() {
        constant += 1;
        Arrays.fill(out, constant);
        return out;
    }

    /** The JDK's ziggurat over its own generator; the same for every backend. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] baselineJdkNormals() {
        for (int i = 0; i < COUNT; i++) {
            out[Stages.BASE + i] = (float) jdk.nextGaussian();
        }
        return out;
    }
}
