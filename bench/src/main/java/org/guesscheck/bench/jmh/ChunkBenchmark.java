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

/** Whole chunks of the rejection loop, per draw, from the generator to the verdict. */
public class ChunkBenchmark extends KernelBenchmark {
    /** A name of {@link Shape#STANDARD} or {@link Shape#LARGER}. */
    @Param({
        "w5-d2",
        "w40-d2",
        "w160-d2",
        "w5-d2-normalized",
        "w5-d5-normalized",
        "w5-d10-normalized",
        "10x10-d3-normalized",
        "20x20-d3-normalized"
    })
    public String shape;

    private final ChunkReport report = new ChunkReport();
    private ChunkKernel kernel;
    private long chunk;

    /** Makes the kernel and compares its first losses. */
    @Setup
    public void prepare() {
        kernel = KernelWork.checked(usableBackend(), Shape.named(shape).question());
    }

    /** Evaluates one chunk after another. */
    @Benchmark
    @OperationsPerInvocation(Question.CHUNK)
    public ChunkReport evaluate() {
        kernel.evaluate(chunk++, Question.GROUPS, report);
        return report;
    }
}
