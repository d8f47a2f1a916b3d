package org.guesscheck.bench.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.descent.DescentBatch;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.provider.Availability;

/** All cases that are measured on this machine. */
public final class Suite {
    /** Epochs of one run of gradient descent: so many that its preparation takes a negligible share. */
    private static final int EPOCHS = 2000;

    /** Runs of a batch. */
    private static final int RUNS = 32;

    /** The most bytes that an epoch of gradient descent allocates: its share of the recorded losses. */
    private static final long EPOCH_BYTES = 64;

    /** Prefix of the names of peaks. */
    static final String PEAK = "peak/";

    /** Prefix of the names of bandwidths. */
    static final String READ = "read/";

    /** Wide networks whose draws are measured plain and in reduced form, so that one run has the ratio of both. */
    private static final List<String> WIDE = List.of(
            "w160-d2-tanh-normalized",
            "w160-d5-tanh-normalized",
            "w640-d5-tanh-normalized",
            "w640-d5-leaky-normalized");

    private static final int MOST_ROUNDS = 5;
    private static final int MOST_QUICK_ROUNDS = 3;

    private final boolean quick;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final List<Case> cases = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Prepares the suite. The quick suite leaves out some sizes. */
    public Suite(boolean quick) {
        this.quick = quick;
        List<Backend> backends = backends();
        peak();
        bandwidths();
        generator(backends);
        for (Backend backend : backends) {
            if (!quick || !isScalar(backend)) {
                normals(backend);
            }
        }
        for (Shape shape : Shape.STANDARD) {
            for (Backend backend : backends) {
                // Plain Java takes longest to measure, and is chosen only where no other backend works.
                if (!isScalar(backend)
                        || shape.name().equals("w5-d2")
                        || !quick && shape.name().equals("w160-d2")) {
                    draws(shape, backend);
                }
            }
        }
        for (Shape shape : Shape.LARGER) {
            for (Backend backend : backends) {
                if (!quick && !isScalar(backend)) {
                    draws(shape, backend);
                }
            }
        }
        for (String shape : quick ? List.<String>of() : WIDE) {
            for (Backend backend : backends) {
                if (!isScalar(backend)) {
                    draws(Shape.named(shape), backend);
                    reducedDraws(Shape.named(shape), backend);
                }
            }
        }
        for (List<Integer> layers :
                quick ? List.of(LearningWork.SMALL) : List.of(LearningWork.SMALL, LearningWork.WIDE)) {
            for (Backend backend : backends) {
                if (!isScalar(backend)) {
                    guesses(layers, backend);
                }
            }
        }
        for (KernelWork.Products products : sizes()) {
            for (Backend backend : backends) {
                if (!quick || !isScalar(backend)) {
                    products(products, backend);
                }
            }
        }
        matrixProducts();
        for (String shape : quick ? List.of("w5-d2", "w160-d2") : List.of("w5-d2", "w160-d2", "w5-d10-normalized")) {
            epochs(Shape.named(shape));
            for (Backend backend : backends) {
                if (!isScalar(backend)) {
                    epochsSideBySide(Shape.named(shape), backend);
                }
            }
        }
        for (Shape shape : quick ? List.of(Shape.named("w5-d2")) : Shape.STANDARD) {
            boolean scaling = shape.name().equals("w5-d2") || shape.name().equals("w160-d2");
            for (int threads : scaling ? threadCounts() : List.of(processors)) {
                sampler(shape, false, threads);
            }
        }
        for (Shape shape : Shape.REDUCED) {
            sampler(shape, true, processors);
        }
    }

    /**
     * Keeps only the cases whose names contain a text, and the peaks that their shares need.
     *
     * @return the number of cases whose names contain the text
     */
    public int keepOnly(String text) {
        List<Case> named = cases.stream().filter(c -> c.id().contains(text)).toList();
        cases.removeIf(c -> !named.contains(c)
                && !(c.id().startsWith(PEAK)
                        && named.stream()
                                .anyMatch(n -> n.work().flops() > 0
                                        && n.work().threads() == c.work().threads())));
        return named.size();
    }

    private static boolean isScalar(Backend backend) {
        return backend.name().equals("scalar");
    }

    /**
     * The backends that load here, each with its widest vectors. JMH measures narrower ones, so that no figure depends on what ran
     * before (bench/docs/kernels.md, "Measuring").
     */
    private List<Backend> backends() {
        List<Backend> usable = new ArrayList<>();
        for (Availability backend : Backends.describe()) {
            if (backend.usable()) {
                usable.add(Backends.named(backend.name()));
            } else {
                notes.add("backend " + backend.name() + " is not measured: " + backend.reason());
            }
        }
        return usable;
    }

    private static boolean hasVectors() {
        return Backends.describe().stream().anyMatch(b -> b.name().equals("vector") && b.usable());
    }

    private void peak() {
        if (!hasVectors()) {
            notes.add("the FMA peak is not measured, since that needs the Vector API; shares of it are unknown");
            return;
        }
        for (int threads : threadCounts()) {
            cases.add(new Case(
                    PEAK + "fma/" + FmaPeak.name() + "/" + threads,
                    Work.of("flops", 1).moving(Traffic.NONE).on(threads),
                    false,
                    seconds -> Parallel.time(threads, () -> new FmaPeak()::run, FmaPeak.FLOPS, seconds)));
        }
    }

    /** What one thread reads from arrays of several sizes. */
    private void bandwidths() {
        if (!hasVectors()) {
            notes.add("the bandwidths are not measured, since that needs the Vector API");
            return;
        }
        for (long size : ReadBandwidth.sizes(CacheLevel.ofThisMachine())) {
            if (size > Runtime.getRuntime().maxMemory() / 4) {
                notes.add(ReadBandwidth.id(size) + " is not measured, since the heap is smaller than four such arrays");
                continue;
            }
            cases.add(new Case(ReadBandwidth.id(size), Work.of("B", 0).moving(Traffic.read(size)), false, seconds -> {
                ReadBandwidth array = new ReadBandwidth(size);
                return Stopwatch.time(array::run, array.bytes(), 0, seconds);
            }));
        }
    }

    /** 1, 2, 4, ... and the number of processors. */
    private List<Integer> threadCounts() {
        List<Integer> counts = new ArrayList<>();
        for (int threads = 1; threads < processors; threads *= 2) {
            counts.add(threads);
        }
        counts.add(processors);
        return counts;
    }

    /** The rate of the generator's words alone, and of uniform weights made from them, 4 bytes each. */
    private void generator(List<Backend> backends) {
        if (hasVectors()) {
            cases.add(new Case(
                    "generator/words/" + VectorWords.name(),
                    Work.of("B", 0),
                    false,
                    seconds -> Stopwatch.time(new VectorWords()::run, VectorWords.BYTES, 0, seconds)));
        }
        Network network = Network.linear(5, 2).with(Prior.UNIFORM);
        Question question = new Question(Shape.problem(), network, 1, Shape.EPS, 64);
        double bytes = (double) Float.BYTES * KernelWork.VECTORS * Question.LANES;
        for (Backend backend : quick ? List.<Backend>of() : backends) {
            cases.add(new Case(
                    "generator/uniform/" + backend.name(),
                    Work.of("B", 0),
                    false,
                    seconds -> Stopwatch.time(KernelWork.weights(backend, question), bytes, 0, seconds)));
        }
    }

    private void normals(Backend backend) {
        Question question = Shape.STANDARD.getFirst().question();
        double units = KernelWork.VECTORS * Question.LANES;
        cases.add(new Case(
                "normals/" + backend.name(),
                Work.of("normals", Flops.NORMAL).moving(Traffic.written(KernelWork.VECTORS)),
                false,
                seconds -> Stopwatch.time(KernelWork.weights(backend, question), units, 0, seconds)));
    }

    private void draws(Shape shape, Backend backend) {
        Question question = shape.question();
        boolean linear = shape.network().activation().kind() == Activation.Kind.LINEAR;
        draws(shape.name(), question, linear ? Flops.draw(question) : 0, backend);
    }

    private void reducedDraws(Shape shape, Backend backend) {
        draws(shape.name() + "-reduced", shape.question().reduced(), 0, backend);
    }

    private void draws(String name, Question question, double flops, Backend backend) {
        double units = KernelWork.groups(question) * Question.LANES;
        cases.add(new Case(
                "draws/" + name + "/" + backend.name(),
                Work.of("draws", flops).moving(Traffic.draw(question)),
                false,
                seconds -> Stopwatch.time(KernelWork.draws(backend, question), units, 0, seconds)));
    }

    /** Guesses are not counted in operations, since it is chance how many samples they come to. */
    private void guesses(List<Integer> layers, Backend backend) {
        cases.add(new Case(
                "guesses/" + LearningWork.name(layers) + "/" + backend.name(),
                Work.of("networks", 0),
                false,
                seconds -> {
                    LearningWork work = LearningWork.checked(backend, layers);
                    return Stopwatch.time(
                            repetitions -> {
                                for (int i = 0; i < repetitions; i++) {
                                    work.guess();
                                }
                            },
                            Question.LANES,
                            0,
                            seconds);
                }));
    }

    private List<KernelWork.Products> sizes() {
        KernelWork.Products small = new KernelWork.Products(5, 5);
        return quick ? List.of(small) : List.of(small, new KernelWork.Products(5, 24), new KernelWork.Products(10, 10));
    }

    private void products(KernelWork.Products products, Backend backend) {
        cases.add(new Case(
                "products/" + products + "/" + backend.name(),
                Work.of("flops", 1).moving(Traffic.product(products)),
                false,
                seconds -> Stopwatch.time(KernelWork.products(backend, products), products.flops(), 0, seconds)));
    }

    private void matrixProducts() {
        for (int n : quick ? new int[] {512} : new int[] {64, 512, 1024}) {
            for (MatrixProduct product : MatrixProduct.usable()) {
                double flops = 2.0 * n * n * n;
                cases.add(new Case(
                        "gemm/" + n + "/" + product.name(),
                        Work.of("flops", 1).moving(Traffic.matrixProduct(n)),
                        false,
                        seconds -> {
                            MatrixProduct.Job job = product.checkedJob(n);
                            return Stopwatch.time(
                                    repetitions -> {
                                        for (int i = 0; i < repetitions; i++) {
                                            job.run();
                                        }
                                    },
                                    flops,
                                    product.allocates(n),
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
                Work.of("epochs", Flops.epoch(shape.network())).moving(Traffic.epoch(shape.network(), 1)),
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
                            EPOCH_BYTES * EPOCHS,
                            seconds);
                }));
    }

    /** Runs side by side on one thread: two for each lane, so that the runs of a lane follow one another. */
    private void epochsSideBySide(Shape shape, Backend backend) {
        List<GradientDescent> runs = IntStream.range(0, RUNS)
                .mapToObj(seed -> GradientDescent.of(Shape.problem(), shape.network())
                        .epochs(EPOCHS / 2)
                        .seed(seed))
                .toList();
        DescentBatch batch = DescentBatch.of(runs).backend(backend.name()).threads(1);
        double epochs = RUNS * EPOCHS / 2.0;
        cases.add(new Case(
                "epochs/" + shape.name().replace("-normalized", "") + "/" + RUNS + "-runs/" + backend.name(),
                Work.of("epochs", Flops.epoch(shape.network())).moving(Traffic.epoch(shape.network(), Question.LANES)),
                true,
                seconds -> {
                    List<String> digests =
                            runs.stream().map(run -> run.run().digest()).toList();
                    return Stopwatch.time(
                            repetitions -> {
                                for (int i = 0; i < repetitions; i++) {
                                    requireSame(
                                            digests.toString(),
                                            batch.run().stream()
                                                    .map(Descent::digest)
                                                    .toList()
                                                    .toString());
                                }
                            },
                            epochs,
                            (long) (EPOCH_BYTES * epochs),
                            seconds);
                }));
    }

    private static void requireSame(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException("gradient descent gave another digest when it was repeated");
        }
    }

    private void sampler(Shape shape, boolean reduce, int threads) {
        cases.add(new Case(
                "threads/" + shape.name() + (reduce ? "-reduced/" : "/") + threads,
                Work.of("draws", reduce ? 0 : Flops.draw(shape.question())).on(threads),
                true,
                seconds -> SamplerRate.measure(shape, reduce, threads, 2 * seconds)));
    }

    /**
     * Measures all cases in rounds, so that a disturbance hits one round of a case and not all of its rounds. There are as many rounds as
     * the time allows, but at least two, because one round has no scatter.
     *
     * @param progress receives a text before each case
     * @param cancelled called before each case; true ends the run
     * @return the figures, and remarks on them
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
        } while (rounds < 2
                || rounds < (quick ? MOST_QUICK_ROUNDS : MOST_ROUNDS)
                        && passed * (rounds + 1) / rounds < (quick ? 36 : 165));
        List<MeasuredRate> figures = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            figures.add(MeasuredRate.of(cases.get(i), results.get(i)));
        }
        List<String> said = new ArrayList<>(notes);
        said.addAll(Suspicions.of(cases, figures));
        return new Measured(quick, rounds, passed, figures, said);
    }
}
