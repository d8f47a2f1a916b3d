package org.guesscheck.bench.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.guesscheck.bench.suite.KernelWork;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.descent.DescentBatch;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.sampler.SplittingSampler;

/** This project's kernels of the Vector API at work, in a JVM of their own whose code is then examined. */
public final class OwnKernels {
    /** The pattern of the methods that are examined. */
    public static final String METHODS = "org.guesscheck.core.*::*";

    private static final String BACKEND = "vector";

    /**
     * All is taken for compiled after so many nanoseconds and so many passes without a faster pass: on a busy machine, or with vectors that
     * are objects, a single pass may take seconds.
     */
    private static final long STEADY = 1_500_000_000L;

    private static final int STEADY_PASSES = 40;

    /** Nanoseconds that one case takes at most. */
    private static final long LONGEST = 120_000_000_000L;

    /** A pass counts as faster below this share of the fastest one so far. */
    private static final double FASTER = 0.9;

    private OwnKernels() {}

    /** The names of all cases, in the order in which they run. */
    public static List<String> names() {
        return List.copyOf(cases().keySet());
    }

    /** Runs some cases in a JVM with the options of the launcher. */
    public static GuardedProcess.Launch launch(List<String> names) {
        return (logging, environment) -> {
            List<String> command = new ArrayList<>(List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "--add-modules",
                    "jdk.incubator.vector",
                    "-XX:ObjectAlignmentInBytes=64",
                    "-XX:+UseParallelGC",
                    // Loops wait for their code, so that a run on a busy machine does not end before it is made.
                    "-XX:-BackgroundCompilation"));
            command.addAll(logging);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), OwnKernels.class.getName()));
            command.addAll(names);
            return command;
        };
    }

    /** Runs the named cases, each until it no longer becomes faster. */
    public static void main(String[] names) {
        Map<String, Supplier<Runnable>> cases = cases();
        for (String name : names) {
            Runnable pass = cases.get(name).get();
            long start = System.nanoTime();
            long improved = start;
            long fastest = Long.MAX_VALUE;
            long now = start;
            int since = 0;
            while ((now - improved < STEADY || since < STEADY_PASSES) && now - start < LONGEST) {
                pass.run();
                long end = System.nanoTime();
                since++;
                if (end - now < FASTER * fastest) {
                    fastest = end - now;
                    improved = end;
                    since = 0;
                }
                now = end;
            }
        }
    }

    private static Map<String, Supplier<Runnable>> cases() {
        Map<String, Supplier<Runnable>> cases = new LinkedHashMap<>();
        for (String shape : List.of(
                "w5-d2",
                "w160-d2",
                "w5-d2-normalized",
                "w5-d5-normalized",
                "10x10-d3-normalized",
                "w160-d2-tanh-normalized",
                "w160-d2-leaky-normalized")) {
            cases.put("draws/" + shape, () -> draws(Shape.named(shape).question()));
        }
        cases.put(
                "draws/w160-d2-tanh-normalized-reduced",
                () -> draws(Shape.named("w160-d2-tanh-normalized").question().reduced()));
        cases.put("splitting/w5-d5-normalized", OwnKernels::splitting);
        for (String shape : List.of("w5-d2", "w5-d10-normalized")) {
            cases.put("epochs/" + shape, () -> epochs(Shape.named(shape).network()));
        }
        return cases;
    }

    private static Runnable draws(Question question) {
        Backend backend = Backends.named(BACKEND);
        ChunkKernel kernel = KernelWork.checked(backend, question);
        int groups = KernelWork.groups(question);
        ChunkReport report = new ChunkReport();
        long[] chunk = {0};
        return () -> kernel.evaluate(chunk[0]++, groups, report);
    }

    private static Runnable splitting() {
        SplittingSampler sampler = SplittingSampler.of(
                        Shape.problem(), Shape.named("w5-d5-normalized").network())
                .eps(0.0035)
                .replicas(8)
                .threads(1)
                .backend(BACKEND);
        return sampler::run;
    }

    private static Runnable epochs(Network network) {
        List<GradientDescent> runs = IntStream.range(0, Question.LANES)
                .mapToObj(seed ->
                        GradientDescent.of(Shape.problem(), network).epochs(500).seed(seed))
                .toList();
        DescentBatch batch = DescentBatch.of(runs).backend(BACKEND).threads(1);
        return batch::run;
    }
}
