package org.guesscheck.nativekernels.jni;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Correlation;
import org.guesscheck.core.kernel.LinearLoss;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.descent.DescentKernel;
import org.guesscheck.core.kernel.descent.DescentShape;
import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.core.matrix.SparseMatrix;
import org.guesscheck.core.matrix.SparseMultiplier;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.random.ChunkSeed;

/** Writes questions with the digests that plain Java gives them, in the format of kernels_test.c. */
final class KernelCases {
    private static final int[] GROUPS = {5, 40};

    private KernelCases() {}

    static String text() {
        Problem problem = Problem.sensing(5, 5, 1, 15, 1);
        Problem small = Problem.completion(3, 7, 1, 9, 5);
        List<Network> networks = Networks.all();
        // A product in rows of three, and verdicts after three residuals, and without so many.
        Network chain = Network.linear(3, 3).normalize();
        List<Question> chains = List.of(
                new Question(Problem.completion(7, 3, 1, 14, 5), chain, 4, 0.006f, 16),
                new Question(Problem.completion(4, 3, 1, 2, 5), chain, 4, 0.04f, 16));
        // Through Gram matrices: in batches, whole and in tiles; rows in one block and in several; dead features.
        List<Question> reduced = List.of(
                new Question(problem, Network.linear(8, 2).with(Activation.TANH), 5, 0.1f, 64).reduced(),
                new Question(problem, Network.linear(7, 5).with(Activation.LEAKY_RELU), 6, 0.1f, 64).reduced(),
                new Question(problem, Network.linear(173, 3).normalize().with(Activation.TANH), 7, 0.1f, 64).reduced(),
                new Question(problem, Network.linear(6, 4).with(Activation.leakyRelu(0)), 8, 0.2f, 64).reduced(),
                new Question(small, Network.linear(30, 3), 9, 0.2f, 8).reduced(),
                new Question(
                                Problem.completion(13, 4, 1, 20, 5),
                                Network.linear(50, 4).with(Activation.TANH),
                                10,
                                0.2f,
                                8)
                        .reduced());
        StringBuilder out = new StringBuilder();
        out.append(2 * networks.size() + chains.size() + reduced.size()).append('\n');
        for (Network network : networks) {
            append(out, new Question(problem, network, 3, 0.1f, 64));
            append(out, new Question(small, network, -9, 0.2f, 8));
        }
        chains.forEach(question -> append(out, question));
        reduced.forEach(question -> append(out, question));
        appendSparse(out);
        appendDescent(out);
        return out.toString();
    }

    private static void append(StringBuilder out, Question question) {
        for (int number : KernelMemory.shape(question, true)) {
            out.append(number).append(' ');
        }
        append(out, KernelMemory.scalars(question));
        for (LinearLoss loss : List.of(question.train(), question.test())) {
            append(out, loss.matrices());
            append(out, loss.targets());
        }
        out.append(GROUPS.length).append('\n');
        ChunkKernel kernel = Backends.named("scalar").kernel(question);
        ChunkReport report = new ChunkReport();
        long[] state = new long[ChunkSeed.WORDS];
        for (int chunk = 0; chunk < GROUPS.length; chunk++) {
            out.append(GROUPS[chunk]).append(' ');
            ChunkSeed.into(question.seed(), chunk, state);
            for (long word : state) {
                out.append(Long.toHexString(word)).append(' ');
            }
            kernel.evaluate(chunk, GROUPS[chunk], report);
            out.append(Long.toHexString(digest(report))).append('\n');
        }
        appendSteps(out, question);
    }

    /** The digest of every step that is called alone, one after another, on buffers of two groups. */
    private static void appendSteps(StringBuilder out, Question question) {
        Stages stages = Backends.named("scalar").stages(question);
        int vectors = 2 * question.rows() * question.cols();
        float[] a = buffer(vectors);
        float[] b = buffer(vectors);
        float[] products = buffer(vectors);
        stages.weights().seed(question.seed(), GROUPS.length);
        long[] state = new long[ChunkSeed.WORDS];
        ChunkSeed.into(question.seed(), GROUPS.length, state);
        for (long word : state) {
            out.append(Long.toHexString(word)).append(' ');
        }
        stages.weights().fill(a, vectors);
        stages.weights().fill(b, vectors);
        append(out, digest(a));
        append(out, digest(b));
        Multiplication job = job(question, a, b, products);
        stages.products().multiply(job);
        job.fresh = false;
        stages.products().multiply(job);
        append(out, digest(products));
        Multiplication shared = job(question, a, b, buffer(vectors));
        shared.yAt = Stages.BASE;
        stages.products().multiplyShared(shared);
        append(out, digest(shared.out));
        stages.activation().activate(products, 1, vectors - 1);
        append(out, digest(products));
        appendCorrelation(out, stages, correlation(question, a));
        float[] train = new float[2 * Question.LANES];
        float[] test = new float[2 * Question.LANES];
        stages.judge().measure(products, 2, train, test);
        append(out, digest(train, 0));
        append(out, digest(test, 0));
        ChunkReport report = new ChunkReport();
        stages.judge().judge(products, 3, 2, report);
        append(out, digest(report));
        stages.moves().propose(b, 1, a, 1, vectors - 1, 0.6f, 0.8f);
        append(out, digest(b));
        int[] chosen = new int[Question.LANES];
        for (int l = 0; l < chosen.length; l += 3) {
            chosen[l] = -1;
        }
        stages.moves().select(chosen, 0, b, 0, a, 0, vectors);
        append(out, digest(a));
        out.append('\n');
    }

    /** As many units as a product has columns, in two groups: two runs of them, their factors, and correlated normals. */
    private static Correlation correlation(Question question, float[] normals) {
        Correlation job = new Correlation();
        int triangles = 2 * Correlation.triangle(question.rows());
        job.groups = 2;
        job.rows = question.rows();
        job.units = question.cols();
        job.w = normals.clone();
        job.wGroup = question.rows() * question.cols();
        job.wUnit = question.rows();
        job.y = job.w;
        job.yGroup = job.wGroup;
        job.yUnit = job.wUnit;
        job.yRow = 1;
        job.sums = buffer(triangles);
        job.lost = buffer(triangles);
        job.lower = job.sums;
        job.fresh = true;
        return job;
    }

    private static void appendCorrelation(StringBuilder out, Stages stages, Correlation job) {
        stages.correlation().addGram(job);
        job.fresh = false;
        stages.correlation().addGram(job);
        append(out, digest(job.sums));
        append(out, digest(job.lost));
        stages.correlation().factor(job);
        append(out, digest(job.sums));
        stages.correlation().correlate(job);
        append(out, digest(job.y));
    }

    /** Two groups with two units summed over. */
    private static Multiplication job(Question question, float[] a, float[] b, float[] products) {
        int entries = question.rows() * question.cols();
        Multiplication job = new Multiplication();
        job.groups = 2;
        job.rows = question.rows();
        job.cols = question.cols();
        job.units = 2;
        job.y = a;
        job.yGroup = entries;
        job.yRow = 1;
        job.yUnit = question.rows();
        job.w = b;
        job.wGroup = entries;
        job.wUnit = question.cols();
        job.out = products;
        job.outGroup = entries;
        job.fresh = true;
        return job;
    }

    private static float[] buffer(int vectors) {
        return new float[Stages.BASE + Question.LANES * vectors];
    }

    /** Sparse products with tails of everything: rows, columns, length, entries, then blocks and digests. */
    private static void appendSparse(StringBuilder out) {
        int rows = 9;
        int cols = 130;
        int length = 200;
        SparseMatrix places = SparseMatrix.of(
                rows,
                cols,
                IntStream.range(0, rows * cols).filter(e -> e * 7 % 10 < 3).toArray());
        SparseMultiplier products = Multipliers.sparse(true).of(places, length, 1);
        out.append(rows + " " + cols + " " + length + " " + places.count() + "\n");
        try (Arena arena = Arena.ofConfined()) {
            for (int tileCols : new int[] {JniSparseMultiplier.PART_TILE, JniSparseMultiplier.STRIP_TILE}) {
                int[] numbers = new SparseTiles(arena, places, rows, tileCols).numbers(0);
                out.append(numbers.length).append(' ');
                for (int number : numbers) {
                    out.append(number).append(' ');
                }
                out.append('\n');
            }
            MemorySegment a = numbers(arena, rows * length, 37);
            MemorySegment b = numbers(arena, cols * length, 41);
            MemorySegment values = numbers(arena, places.count(), 43);
            products.sample(a, b, values);
            append(out, digest(values.toArray(ValueLayout.JAVA_FLOAT), 0));
            products.multiply(values, b, a);
            append(out, digest(a.toArray(ValueLayout.JAVA_FLOAT), 0));
        }
        out.append('\n');
    }

    /** Shapes of gradient descent with the digest of a few steps. */
    private static void appendDescent(StringBuilder out) {
        out.append(DescentCases.shapes().size())
                .append(' ')
                .append(DescentCases.STEPS)
                .append('\n');
        for (DescentShape shape : DescentCases.shapes()) {
            for (int size : JniDescent.sizes(shape)) {
                out.append(size).append(' ');
            }
            append(out, new float[] {shape.activation().negativeSlope()});
            DescentKernel kernel = Backends.named("scalar").descent(shape);
            append(out, digest(DescentCases.results(kernel, shape), 0));
            out.append('\n');
        }
    }

    /** Numbers that the C program makes as well. */
    private static MemorySegment numbers(Arena arena, int count, int factor) {
        MemorySegment segment = arena.allocate(ValueLayout.JAVA_FLOAT, count);
        for (int i = 0; i < count; i++) {
            segment.setAtIndex(ValueLayout.JAVA_FLOAT, i, (i * factor % 101 - 50) / 64f);
        }
        return segment;
    }

    private static void append(StringBuilder out, long digest) {
        out.append(Long.toHexString(digest)).append(' ');
    }

    private static long digest(float[] buffer) {
        return digest(buffer, Stages.BASE);
    }

    private static long digest(float[] numbers, int from) {
        long digest = 0xcbf29ce484222325L;
        for (int i = from; i < numbers.length; i++) {
            digest = mixed(digest, Float.floatToRawIntBits(numbers[i]));
        }
        return digest;
    }

    private static void append(StringBuilder out, float[] numbers) {
        for (float number : numbers) {
            out.append(Integer.toHexString(Float.floatToRawIntBits(number))).append(' ');
        }
        out.append('\n');
    }

    /** FNV-1a over whole words of 32 bits. */
    private static long digest(ChunkReport report) {
        long digest = 0xcbf29ce484222325L;
        for (int i = 0; i < report.count; i++) {
            digest = mixed(digest, report.group[i]);
            for (int l = 0; l < Question.LANES; l++) {
                int at = Question.LANES * i + l;
                digest = mixed(digest, Float.floatToRawIntBits(report.trainLoss[at]));
                digest = mixed(digest, Float.floatToRawIntBits(report.generalizationLoss[at]));
            }
        }
        return digest;
    }

    private static long mixed(long digest, int word) {
        return (digest ^ Integer.toUnsignedLong(word)) * 0x100000001b3L;
    }
}
