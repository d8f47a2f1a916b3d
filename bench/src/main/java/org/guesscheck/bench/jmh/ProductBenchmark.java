package org.guesscheck.bench.jmh;

import org.guesscheck.bench.suite.KernelWork;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.ProductStage;
import org.guesscheck.core.kernel.Question;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The products of a batch of draws, in the layout of the rejection loop. The counter {@code flops} has operations a second. */
public class ProductBenchmark extends KernelBenchmark {
    /** Side of the problem x hidden width x side. */
    @Param({"5x5x5", "5x24x5", "10x10x10"})
    public String size;

    private Multiplication job;
    private ProductStage stage;
    private double flops;

    /** Draws features and weights, and compares the products with the scalar backend's. */
    @Setup
    public void prepare() {
        String[] parts = size.split("x");
        KernelWork.Products products = new KernelWork.Products(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        Question question = products.question();
        job = products.job(question);
        stage = KernelWork.multiplying(usableBackend(), products, job);
        flops = products.flops();
    }

    /** Multiplies one batch. */
    @Benchmark
    public float[] multiply(FlopCount count) {
        stage.multiply(job);
        count.flops += flops;
        return job.out;
    }
}
