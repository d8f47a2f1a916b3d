package org.guesscheck.bench.jmh;

import org.guesscheck.bench.suite.MatrixProduct;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Products of large square matrices; the counter {@code flops} tells the work. */
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

    /** One product, which stays where it is: the job keeps it reachable. */
    @Benchmark
    public MatrixProduct.Job multiply(FlopCount count) {
        job.run();
        count.flops += 2.0 * n * n * n;
        return job;
    }
}
