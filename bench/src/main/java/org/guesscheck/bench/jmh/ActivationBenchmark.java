package org.guesscheck.bench.jmh;

import org.guesscheck.bench.suite.KernelWork;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.ActivationStage;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/** Activations in place, per feature. The features are copied before each call; the copy alone is a baseline. */
public class ActivationBenchmark extends KernelBenchmark {
    private static final int COUNT = KernelWork.VECTORS * Question.LANES;

    private final float[] input = KernelWork.buffer(KernelWork.VECTORS);
    private final float[] features = KernelWork.buffer(KernelWork.VECTORS);
    private ActivationStage tanh;
    private ActivationStage leakyRelu;

    /** Draws normal features, and compares their activations with the scalar backend's. */
    @Setup
    public void prepare() {
        WeightStage draws = Backends.named("scalar")
                .stages(Shape.STANDARD.getFirst().question())
                .weights();
        draws.seed(1, 3);
        draws.fill(input, KernelWork.VECTORS);
        tanh = checked(Activation.TANH);
        leakyRelu = checked(Activation.LEAKY_RELU);
    }

    private ActivationStage checked(Activation activation) {
        Network network = Network.linear(5, 3).with(activation);
        Question question = new Question(Shape.problem(), network, 1, Shape.EPS, 64);
        float[] expected = input.clone();
        Backends.named("scalar").stages(question).activation().activate(expected, 0, KernelWork.VECTORS);
        ActivationStage stage = usableBackend().stages(question).activation();
        activate(stage);
        KernelWork.requireEqual(usableBackend(), "activations", expected, features);
        return stage;
    }

    private float[] activate(ActivationStage stage) {
        System.arraycopy(input, 0, features, 0, input.length);
        stage.activate(features, 0, KernelWork.VECTORS);
        return features;
    }

    /** The hyperbolic tangent by the project's polynomials, of the arguments of a network of width 5. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] tanh() {
        return activate(tanh);
    }

    /** The leaky rectifier, by a bitwise select. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] leakyRelu() {
        return activate(leakyRelu);
    }

    /** The copy alone; the same for every backend. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] baselineCopy() {
        System.arraycopy(input, 0, features, 0, input.length);
        return features;
    }

    /** The JDK's tanh in double precision; the same for every backend. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] baselineJdkTanh() {
        for (int i = Stages.BASE; i < features.length; i++) {
            features[i] = (float) Math.tanh(input[i]);
        }
        return features;
    }
}
