package org.guesscheck.gnc.check;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import picocli.CommandLine.Command;

/**
 * The rejection loop in steady state allocates nothing: chunks of any size, of every kind of network. Vectors are objects until
 * C2 has compiled a kernel, so each is warmed up first.
 */
@Command(
        name = "allocation",
        description = "Counts the bytes that chunks of draws allocate in steady state on every backend: none. Each"
                + " narrower width of vectors has a JVM of its own.")
final class AllocationCheck extends BackendsCheck {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CHUNKS = 50;
    private static final double MOST_WARM_UP_SECONDS = 20;

    /** Rounds without allocation that make a kernel warm. */
    private static final int CLEAN = 20;

    private record Kind(String name, Network network, boolean reduce) {}

    /** Counts the bytes of chunks of 16 and of 8192 draws. */
    @Override
    String run(List<Backend> backends, Verdicts verdicts) {
        Kind[] kinds = {
            new Kind("width 5, depth 2", Network.linear(5, 2), false),
            new Kind("width 160, depth 2", Network.linear(160, 2), false),
            new Kind("width 5, depth 10, normalized", Network.linear(5, 10).normalize(), false),
            new Kind("width 40, depth 3, tanh", Network.linear(40, 3).with(Activation.TANH), false),
            new Kind("width 10000, depth 2, reduced", Network.linear(10_000, 2), true),
            new Kind("width 160, depth 5, tanh, reduced", Network.linear(160, 5).with(Activation.TANH), true)
        };
        for (Backend backend : backends) {
            for (Kind kind : kinds) {
                verdicts.stopIfCancelled();
                verdicts.add(verdict(backend, kind));
            }
        }
        return "";
    }

    private static Verdict verdict(Backend backend, Kind kind) {
        Question question = new Question(Shape.problem(), kind.network, 1, Shape.EPS, 64);
        ChunkKernel kernel = backend.kernel(kind.reduce ? question.reduced() : question);
        warmUp(kernel);
        long small = bytes(kernel, CHUNKS, 1);
        long large = bytes(kernel, CHUNKS, Question.GROUPS);
        return Verdict.of(
                small == 0 && large == 0,
                "%-10s %s: %d chunks of 16 draws allocated %d bytes, as many of 8192 draws %d bytes",
                backend.name(),
                kind.name,
                CHUNKS,
                small,
                large);
    }

    private static void warmUp(ChunkKernel kernel) {
        long start = System.nanoTime();
        int clean = 0;
        while (clean < CLEAN && (System.nanoTime() - start) * 1e-9 < MOST_WARM_UP_SECONDS) {
            clean = bytes(kernel, 2, Question.GROUPS) == 0 && bytes(kernel, 20, 1) == 0 ? clean + 1 : 0;
        }
    }

    /** Bytes that this thread allocates for so many chunks of so many groups. */
    static long bytes(ChunkKernel kernel, int chunks, int groups) {
        ChunkReport report = new ChunkReport();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int chunk = 0; chunk < chunks; chunk++) {
            kernel.evaluate(chunk, groups, report);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
