package org.guesscheck.bench.jmh;

import org.guesscheck.bench.suite.KernelWork;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Network;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Verdicts on products, per draw: with early rejection as in the loop, and with both losses of every draw as the baseline. */
public class LossBenchmark extends KernelBenchmark {
    /** Groups of one batch of the products 5 x 5 x 5. */
    private static final int GROUPS = 10;

    private static final int DRAWS = GROUPS * Question.LANES;

    /** Whether the product is divided by its norm first. */
    @Param({"false", "true"})
    public boolean normalized;

    private final ChunkReport report = new ChunkReport();
    private float[] products;
    private Stages rejecting;
    private Stages reporting;

    /** Makes products as the loop does, and compares their losses with the scalar backend's. */
    @Setup
    public void prepare() {
        KernelWork.Products small = new KernelWork.Products(Shape.SIDE, 5);
        if (small.batch() != GROUPS) {
            throw new IllegalStateException("a batch has " + small.batch() + " groups instead of " + GROUPS);
        }
        Multiplication job = small.job(small.question());
        Backends.named("scalar").stages(small.question()).multiply(job);
        products = job.out;
        rejecting = checked(64);
        reporting = checked(1);
    }

    private Stages checked(int fullEvery) {
        Network network = normalized ? Network.linear(5, 2).normalize() : Network.linear(5, 2);
        Question question = new Question(Shape.problem(), network, 1, Shape.EPS, fullEvery);
        Stages stages = usableBackend().stages(question);
        ChunkReport expected = new ChunkReport();
        Backends.named("scalar").stages(question).judge(products, 0, GROUPS, expected);
        report.count = 0;
        stages.judge(products, 0, GROUPS, report);
        KernelWork.requireSame(usableBackend(), expected, report);
        return stages;
    }

    private ChunkReport judge(Stages stages, int firstGroup) {
        report.count = 0;
        stages.judge(products, firstGroup, GROUPS, report);
        return report;
    }

    /** With early rejection: most draws are rejected after a few residuals. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public ChunkReport rejecting() {
        return judge(rejecting, 1);
    }

    /** Without rejection: every draw gets both losses. */
    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public ChunkReport baselineBothLosses() {
        return judge(reporting, 0);
    }
}
