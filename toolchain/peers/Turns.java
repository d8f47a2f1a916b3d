import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import org.guesscheck.bench.suite.KernelWork;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.WeightStage;

/**
 * Measures the kernels of a backend and the C program in one process, in turns of 20 ms on all threads at once, by the threads'
 * processor time, which other programs disturb less than the clock. A disturbance of the machine hits both, because the turn of one is compared with the next turn of the other. A JVM runs one case; toolchain/peers/share
 * runs all cases. Arguments: library, backend, threads, seconds, case (normals, plain-N or reduced-N, where N is a number in the C
 * program's list of shapes).
 */
class Turns {
    private static final double TURN_SECONDS = 0.02;
    private static final double WARM_UP_SECONDS = 4;
    private static final int FIRSTS = 5;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    /** Work of one thread. Returns the number of its draws or normals. */
    private interface Work {
        double run(int repetitions) throws Throwable;
    }

    private enum Kind {
        NORMALS,
        PLAIN,
        REDUCED
    }

    private final MethodHandle make;
    private final MethodHandle draws;
    private final MethodHandle reduced;
    private final MethodHandle normals;
    private final Backend backend;
    private final Kind kind;
    private final int shape;
    private final String name;
    private final Question question;

    private Turns(String library, String backend, String what) throws Throwable {
        Linker linker = Linker.nativeLinker();
        SymbolLookup symbols = SymbolLookup.libraryLookup(Path.of(library), Arena.global());
        make = linker.downcallHandle(
                symbols.findOrThrow("turn_new"), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        draws = linker.downcallHandle(
                symbols.findOrThrow("turn_draws"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT));
        reduced = linker.downcallHandle(
                symbols.findOrThrow("turn_reduced"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        normals = linker.downcallHandle(
                symbols.findOrThrow("turn_normals"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        MethodHandle prepare = linker.downcallHandle(
                symbols.findOrThrow("turn_prepare"), FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
        MethodHandle prepareWide =
                linker.downcallHandle(symbols.findOrThrow("turn_prepare_wide"), FunctionDescriptor.ofVoid());
        this.backend = Backends.named(backend);
        String[] parts = what.split("-");
        kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
        shape = kind == Kind.NORMALS ? 0 : Integer.parseInt(parts[1]);
        Shape drawn = (kind == Kind.REDUCED ? Shape.WIDE : Shape.STANDARD).get(shape);
        question = kind == Kind.REDUCED ? drawn.question().reduced() : drawn.question();
        name = switch (kind) {
            case NORMALS -> "normals";
            case PLAIN -> drawn.name();
            case REDUCED -> drawn.name() + ", reduced";
        };
        switch (kind) {
            case NORMALS -> {}
            case PLAIN -> prepare.invokeExact(shape);
            case REDUCED -> prepareWide.invokeExact();
        }
    }

    public static void main(String[] args) throws Throwable {
        Turns turns;
        try {
            turns = new Turns(args[0], args[1], args[4]);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            System.err.println("share: " + e.getMessage());
            System.exit(2);
            return;
        }
        turns.measure(Integer.parseInt(args[2]), Double.parseDouble(args[3]));
    }

    /** Each repetition is some 0.1 ms. */
    private Work ours() {
        if (kind == Kind.NORMALS) {
            WeightStage weights = backend.stages(question).weights();
            weights.seed(1, 1);
            float[] out = KernelWork.buffer(KernelWork.VECTORS);
            return repetitions -> {
                for (int i = 0; i < 64 * repetitions; i++) {
                    weights.fill(out, KernelWork.VECTORS);
                }
                return 64.0 * repetitions * KernelWork.VECTORS * Question.LANES;
            };
        }
        ChunkKernel kernel = KernelWork.checked(backend, question);
        ChunkReport report = new ChunkReport();
        long[] chunk = {0};
        int groups = KernelWork.groups(question);
        return repetitions -> {
            for (int i = 0; i < repetitions; i++) {
                kernel.evaluate(chunk[0]++, groups, report);
            }
            return (double) repetitions * groups * Question.LANES;
        };
    }

    private Work theirs(int first, long seed) throws Throwable {
        MemorySegment turn = (MemorySegment) make.invokeExact(seed);
        if (kind == Kind.NORMALS) {
            return repetitions -> (int) normals.invokeExact(turn, 64 * repetitions);
        }
        int groups = Math.max(
                kind == Kind.REDUCED ? 1 : 16, 512 * 50 / question.layout().vectors());
        if (kind == Kind.REDUCED) {
            return repetitions -> {
                int accepted = (int) reduced.invokeExact(turn, shape, repetitions * groups);
                return (double) repetitions * groups * Question.LANES;
            };
        }
        return repetitions -> {
            // The number of accepted draws is unused, but invokeExact needs the return type.
            int accepted = (int) draws.invokeExact(turn, shape, first, repetitions * groups);
            return (double) repetitions * groups * Question.LANES;
        };
    }

    private static double rate(Work work, int repetitions) throws Throwable {
        long start = PROCESSOR.getCurrentThreadCpuTime();
        return work.run(repetitions) / ((PROCESSOR.getCurrentThreadCpuTime() - start) * 1e-9);
    }

    private static int repetitions(Work work) throws Throwable {
        int repetitions = 1;
        while (true) {
            long start = PROCESSOR.getCurrentThreadCpuTime();
            work.run(repetitions);
            double took = (PROCESSOR.getCurrentThreadCpuTime() - start) * 1e-9;
            if (took > TURN_SECONDS / 2) {
                return (int) Math.max(1, Math.round(repetitions * TURN_SECONDS / took));
            }
            repetitions *= 2;
        }
    }

    private int bestFirst() throws Throwable {
        double[] best = new double[FIRSTS];
        for (int first = 0; first < (kind == Kind.PLAIN ? FIRSTS : 1); first++) {
            Work work = theirs(first, 1);
            int repetitions = repetitions(work);
            for (int i = 0; i < 10; i++) {
                best[first] = Math.max(best[first], rate(work, repetitions));
            }
        }
        int found = 0;
        for (int first = 1; first < FIRSTS; first++) {
            found = best[first] > best[found] ? first : found;
        }
        return found;
    }

    private void measure(int threads, double seconds) throws Throwable {
        int first = bestFirst();
        int pairs = Math.max(5, (int) (seconds / (2 * TURN_SECONDS)));
        double[][][] rates = new double[2][threads][pairs];
        CyclicBarrier barrier = new CyclicBarrier(threads);
        Thread[] running = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            int thread = t;
            running[t] = new Thread(() -> {
                try {
                    turn(new Work[] {ours(), theirs(first, 1 + thread)}, thread, pairs, rates, barrier);
                } catch (Throwable e) {
                    // Ends the JVM, because the other threads may wait for this thread for ever.
                    e.printStackTrace();
                    System.exit(1);
                }
            });
            running[t].start();
        }
        for (Thread thread : running) {
            thread.join();
        }
        print(rates, pairs, threads);
    }

    private static void turn(Work[] works, int thread, int pairs, double[][][] rates, CyclicBarrier barrier)
            throws Throwable {
        long warm = PROCESSOR.getCurrentThreadCpuTime() + (long) (WARM_UP_SECONDS * 1e9);
        while (PROCESSOR.getCurrentThreadCpuTime() < warm) {
            works[0].run(1);
        }
        int[] repetitions = {repetitions(works[0]), repetitions(works[1])};
        for (int pair = 0; pair < pairs; pair++) {
            // Each of the two is first in half of the pairs.
            for (int i = 0; i < 2; i++) {
                int which = (pair + i) % 2;
                barrier.await();
                rates[which][thread][pair] = rate(works[which], repetitions[which]);
            }
        }
    }

    private void print(double[][][] rates, int pairs, int threads) {
        double[] ours = new double[pairs];
        double[] theirs = new double[pairs];
        double[] shares = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            for (int thread = 0; thread < threads; thread++) {
                ours[pair] += rates[0][thread][pair];
                theirs[pair] += rates[1][thread][pair];
            }
            shares[pair] = ours[pair] / theirs[pair];
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        Arrays.sort(shares);
        System.out.printf(
                "| %s | %.4g | %.4g | %.3f | %.3f to %.3f |%n",
                name,
                ours[pairs / 2] / 1e6,
                theirs[pairs / 2] / 1e6,
                shares[pairs / 2],
                shares[pairs / 4],
                shares[pairs * 3 / 4]);
    }
}
