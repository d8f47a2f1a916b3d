package org.guesscheck.bench.jmh;

import org.guesscheck.bench.suite.KernelWork;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A group of 16 draws of a wide network, per draw, through all weights or in reduced form. */
public class WideBenchmark extends KernelBenchmark {
    /** A name of {@link Shape#WIDE}. */
    @Param({"w160-d2-tanh-normalized", "w160-d5-tanh-normalized", "w640-d5-tanh-normalized", "w640-d5-leaky-normalized"
    })
    public String shape;

    /** Whether draws are reduced. */
    @Param({"false", "true"})
    public boolean reduced;

    private final ChunkReport report = new ChunkReport();
    private ChunkKernel kernel;
    private long chunk;

    /** Makes the kernel and compares its first losses. */
    @Setup
    public void prepare() {
        Question question = Shape.named(shape).question();
        kernel = KernelWork.checked(usableBackend(), reduced ? question.reduced() : question);
    }

    /** Evaluates the first group of one chunk after another. */
    @Benchmark
    @OperationsPerInvocation(Question.LANES)
    public ChunkReport evaluate() {
        kernel.evaluate(chunk++, 1, report);
        return report;
    }
}
