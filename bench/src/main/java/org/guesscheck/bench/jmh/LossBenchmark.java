package org.guesscheck.bench.jmh;

import org.guesscheck.bench.suite.KernelWork;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.JudgeStage;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Verdicts on products, per draw: with early rejection as in the loop, and with both losses of every draw as the baseline. */
public class LossBenchmark extends KernelBenchmark {
    /** Groups of one batch of the products 5 x 5 x 5; JMH wants a constant, which is compared with the layout. */
    private static final int GROUPS = 6;

    private static final int DRAWS = GROUPS * Question.LANES;

    /** Whether the product is divided by its norm first. */
    @Param({"false", "true"})
    public boolean normalized;

    private final ChunkReport report = new ChunkReport();
    private float[] products;
    private JudgeStage rejecting;
    private JudgeStage reporting;

    /** Makes products as the loop does, and compares their losses with the scalar backend's. */
    @Setup
    public void prepare() {
        KernelWork.Products small = new KernelWork.Products(Shape.SIDE, 5);
        if (small.batch() != GROUPS) {
            throw new IllegalStateException("a batch has " + small.batch() + " groups instead of " + GROUPS);
        }
        Multiplication job = small.job(small.question());
        Backends.named("scalar").stages(small.question()).products().multiply(job);
        products = job.out;
        rejecting = checked(64);
        reporting = checked(1);
    }

    private JudgeStage checked(int fullEvery) {
        Network network = normalized ? Network.linear(5, 2).normalize() : Network.linear(5, 2);
        Question question = new Question(Shape.problem(), network, 1, Shape.EPS, fullEvery);
        JudgeStage judge = usableBackend().stages(question).judge();
        ChunkReport expected = new ChunkReport();
        Backends.named("scalar").stages(question).judge().judge(products, 0, GROUPS, expected);
        report.count = 0;
        judge.judge(products, 0, GROUPS, report);
        KernelWork.requireSame(usableBackend(), expected, report);
        return judge;
    }

    private ChunkReport judge(JudgeStage judge, int firstGroup) {
        report.count = 0;
        judge.judge(products, firstGroup, GROUPS, report);
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
