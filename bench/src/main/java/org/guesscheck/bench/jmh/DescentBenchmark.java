package org.guesscheck.bench.jmh;

import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.network.Network;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Gradient descent on the paper's problem, per epoch. The time includes a run's preparation, which is small. */
@BenchmarkMode(Mode.AverageTime)
public class DescentBenchmark extends ForkedBenchmark {
    private static final int EPOCHS = 2000;

    /** Hidden width. */
    @Param({"5", "160"})
    public int width;

    /** Number of factors. */
    @Param({"2", "5"})
    public int depth;

    private GradientDescent descent;
    private String digest;

    /** Makes one run, whose digest every later run must repeat. */
    @Setup
    public void prepare() {
        descent = GradientDescent.of(Shape.problem(), Network.linear(width, depth))
                .epochs(EPOCHS);
        digest = descent.run().digest();
    }

    /** One run. */
    @Benchmark
    @OperationsPerInvocation(EPOCHS)
    public Descent epochs() {
        Descent result = descent.run();
        if (!result.digest().equals(digest)) {
            throw new IllegalStateException("another digest: " + result.digest() + " instead of " + digest);
        }
        return result;
    }
}
