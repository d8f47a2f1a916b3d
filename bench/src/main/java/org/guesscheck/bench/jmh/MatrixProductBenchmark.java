package org.guesscheck.bench.jmh;

import org.guesscheck.bench.suite.MatrixProduct;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Products of large square matrices. The counter {@code flops} has floating-point operations a second. */
public class MatrixProductBenchmark extends ForkedBenchmark {
    /** A name of {@link MatrixProduct#usable}, the baseline first. */
    @Param({"plain-java", "vector", "openblas"})
    public String product;

    /** Rows and columns. */
    @Param({"64", "256", "512", "1024"})
    public int n;

    private MatrixProduct.Job job;

    /** Fills two matrices and checks their product. */
    @Setup
    public void prepare() {
        job = MatrixProduct.named(product).checkedJob(n);
    }

    /** Computes one product, in memory that the job keeps reachable. */
    @Benchmark
    public MatrixProduct.Job multiply(FlopCount count) {
        job.run();
        count.flops += 2.0 * n * n * n;
        return job;
    }
}
