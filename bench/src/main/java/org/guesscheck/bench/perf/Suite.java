package org.guesscheck.bench.perf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;

/** All that is measured on this machine. */
public final class Suite {
    /** Epochs of one run of gradient descent, so many that its preparation does not count. */
    private static final int EPOCHS = 2000;

    private static final int MOST_ROUNDS = 5;

    private final boolean quick;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final List<Case> cases = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Prepares the suite; the quick one leaves out the narrower vectors and some sizes. */
    public Suite(boolean quick) {
        this.quick = quick;
        List<Backend> backends = backends();
        peak();
        for (Backend backend : backends) {
            normals(backend);
        }
        for (Shape shape : Shape.STANDARD) {
            for (Backend backend : backends) {
                draws(shape, backend);
            }
        }
        for (KernelWork.Products products : sizes()) {
            for (Backend backend : backends) {
                if (!quick || !backend.name().equals("scalar")) {
                    products(products, backend);
                }
            }
        }
        matrixProducts();
        for (String shape : quick ? List.of("w5-d2", "w160-d2") : List.of("w5-d2", "w160-d2", "w5-d10-normalized")) {
            epochs(Shape.named(shape));
        }
        for (String shape : quick ? List.of("w5-d2") : List.of("w5-d2", "w160-d2")) {
            scaling(Shape.named(shape));
        }
    }

    /** The backends that load here, vectors in every width that the CPU has. */
    private List<Backend> backends() {
        List<Backend> usable = new ArrayList<>();
        for (Backends.Availability backend : Backends.describe()) {
            if (!backend.usable()) {
                notes.add("backend " + backend.name() + " is not measured: " + backend.reason());
                continue;
            }
            Backend found = Backends.named(backend.name());
            usable.add(found);
            if (backend.name().equals("vector") && !quick) {
                int bits = Integer.parseInt(found.name().substring("vector-".length()));
                for (int narrower = bits / 2; narrower >= 128; narrower /= 2) {
                    usable.add(Backends.named("vector-" + narrower));
                }
            }
        }
        return usable;
    }

    private void peak() {
        boolean vectors = Backends.describe().stream().anyMatch(b -> b.name().equals("vector") && b.usable());
        if (!vectors) {
            notes.add("the FMA peak is not measured, since that needs the Vector API; shares of it are unknown");
            return;
        }
        for (int threads : threadCounts()) {
            cases.add(new Case(
                    "peak/fma/" + FmaPeak.name() + "/" + threads,
                    "flops",
                    1,
                    threads,
                    false,
                    seconds -> Parallel.time(threads, () -> new FmaPeak()::run, FmaPeak.FLOPS, seconds)));
        }
    }

    /** 1, 2, 4 ... and all processors. */
    private List<Integer> threadCounts() {
        List<Integer> counts = new ArrayList<>();
        for (int threads = 1; threads < processors; threads *= 2) {
            counts.add(threads);
        }
        counts.add(processors);
        return counts;
    }

    private void normals(Backend backend) {
        Question question = Shape.STANDARD.getFirst().question();
        double units = KernelWork.VECTORS * Question.LANES;
        cases.add(new Case(
                "normals/" + backend.name(),
                "normals",
                Flops.NORMAL,
                1,
                false,
                seconds -> Stopwatch.time(KernelWork.weights(backend, question), units, false, seconds)));
    }

    private void draws(Shape shape, Backend backend) {
        Question question = shape.question();
        double units = KernelWork.groups(question) * Question.LANES;
        cases.add(new Case(
                "draws/" + shape.name() + "/" + backend.name(),
                "draws",
                Flops.draw(shape.network()),
                1,
                false,
                seconds -> Stopwatch.time(KernelWork.draws(backend, question), units, false, seconds)));
    }

    private List<KernelWork.Products> sizes() {
        KernelWork.Products small = new KernelWork.Products(5, 5);
        return quick ? List.of(small) : List.of(small, new KernelWork.Products(5, 24), new KernelWork.Products(10, 10));
    }

    private void products(KernelWork.Products products, Backend backend) {
        cases.add(new Case(
                "products/" + products + "/" + backend.name(),
                "flops",
                1,
                1,
                false,
                seconds -> Stopwatch.time(KernelWork.products(backend, products), products.flops(), false, seconds)));
    }

    private void matrixProducts() {
        for (int n : quick ? new int[] {256} : new int[] {64, 256, 512}) {
            for (MatrixProduct product : MatrixProduct.usable()) {
                double flops = 2.0 * n * n * n;
                cases.add(new Case("gemm/" + n + "/" + product.name(), "flops", 1, 1, false, seconds -> {
                    MatrixProduct.Job job = product.checkedJob(n);
                    return Stopwatch.time(
                            repetitions -> {
                                for (int i = 0; i < repetitions; i++) {
                                    job.run();
                                }
                            },
                            flops,
                            false,
                            seconds);
                }));
            }
        }
    }

    private void epochs(Shape shape) {
        GradientDescent descent =
                GradientDescent.of(Shape.problem(), shape.network()).epochs(EPOCHS);
        cases.add(new Case(
                "epochs/" + shape.name().replace("-normalized", ""),
                "epochs",
                Flops.epoch(shape.network()),
                1,
                true,
                seconds -> {
                    String digest = descent.run().digest();
                    return Stopwatch.time(
                            repetitions -> {
                                for (int i = 0; i < repetitions; i++) {
                                    requireSame(digest, descent.run().digest());
                                }
                            },
                            EPOCHS,
                            true,
                            seconds);
                }));
    }

    private static void requireSame(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException("gradient descent gave another digest when it was repeated");
        }
    }

    private void scaling(Shape shape) {
        for (int threads : threadCounts()) {
            cases.add(new Case(
                    "threads/" + shape.name() + "/" + threads,
                    "draws",
                    Flops.draw(shape.network()),
                    threads,
                    true,
                    seconds -> SamplerRate.measure(shape, threads, 3 * seconds)));
        }
    }

    /**
     * Measures everything in rounds, so that a disturbance hits one round of a case and not all of them; as many rounds as
     * there is time for, but two at least, since one has no scatter.
     *
     * @param progress told of each case
     * @param cancelled asked before each case
     * @return the figures, and what is to be said of them
     * @throws CancellationException if cancelled
     */
    public Measured run(Consumer<String> progress, BooleanSupplier cancelled) {
        long start = System.nanoTime();
        List<List<Round>> results = new ArrayList<>();
        cases.forEach(c -> results.add(new ArrayList<>()));
        int rounds = 0;
        double passed = 0;
        do {
            rounds++;
            for (int i = 0; i < cases.size(); i++) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("cancelled");
                }
                Case c = cases.get(i);
                progress.accept("round " + rounds + ", " + (i + 1) + " of " + cases.size() + ": " + c.id());
                results.get(i).add(c.method().measure(quick ? 0.08 : 0.25));
            }
            passed = (System.nanoTime() - start) * 1e-9;
        } while (rounds < 2 || rounds < MOST_ROUNDS && passed * (rounds + 1) / rounds < (quick ? 36 : 165));
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            figures.add(Figure.of(cases.get(i), results.get(i)));
        }
        List<String> said = new ArrayList<>(notes);
        said.addAll(Suspicions.of(cases, figures));
        return new Measured(quick, rounds, passed, figures, said);
    }
}
