package org.guesscheck.bench.jmh;

import java.util.Arrays;
import org.guesscheck.bench.suite.LearningWork;
import org.guesscheck.core.kernel.Question;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Guesses of perceptrons on 16 samples of 196 features, per network, from the generator to the first wrong sample. */
public class GuessBenchmark extends KernelBenchmark {
    /** Units of each layer; the last has 2. */
    @Param({"20-10-5-2", "256-256-2", "512-512-512-2"})
    public String layers;

    private LearningWork work;

    /** Makes the kernel and compares its first guesses. */
    @Setup
    public void prepare() {
        work = LearningWork.checked(
                usableBackend(),
                Arrays.stream(layers.split("-")).map(Integer::valueOf).toList());
    }

    /** Draws 16 networks after others. */
    @Benchmark
    @OperationsPerInvocation(Question.LANES)
    public int[] guess() {
        return work.guess();
    }
}
