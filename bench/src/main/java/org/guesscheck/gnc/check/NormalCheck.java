package org.guesscheck.gnc.check;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;
import org.guesscheck.gnc.options.Choice;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The normal weights against the normal distribution: moments, a chi-square test over bins of 1/64 and the counts beyond 3
 * to 6 standard deviations.
 */
@Command(
        name = "normals",
        description = "Compares normal weights with the normal distribution: moments, chi-square, tails.")
final class NormalCheck extends Check {
    /** Vectors that are drawn at once, 16 KiB. */
    private static final int VECTORS = 256;

    private static final int FILLS_PER_CHUNK = 16;
    private static final long PER_CHUNK = (long) FILLS_PER_CHUNK * VECTORS * Question.LANES;

    /** Standard errors within which a statistic agrees; of the 18 compared, one in 97,000 runs has one that does not. */
    private static final double FAR = 5;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @Option(names = "--count", defaultValue = "1e9", paramLabel = "N", description = "How many (${DEFAULT-VALUE}).")
    private long count;

    @Option(
            names = "--seed",
            defaultValue = "41",
            paramLabel = "S",
            description = "Another seed draws other normals (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--backend",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "The backend that draws; all give the same bits (${DEFAULT-VALUE}).")
    private String backend;

    @Override
    void run(Verdicts verdicts) {
        Choice.of("--backend", backend, Backends.names());
        if (count < 1) {
            throw new InputException("--count " + count + ": at least 1 is allowed");
        }
        compare(count, seed, backend, verdicts);
    }

    /**
     * Draws about so many normals on all processors and judges them.
     *
     * @param count how many
     * @param seed other seeds draw other normals
     * @param backend name of the backend that draws; all give the same bits
     */
    static void compare(long count, long seed, String backend, Verdicts verdicts) {
        int parts = Runtime.getRuntime().availableProcessors();
        long chunks = Math.max(parts, count / PER_CHUNK);
        Question question = Shape.STANDARD.getFirst().question();
        Backend chosen = Backends.chooser(backend)
                .chosen(question, count / question.layout().vectors() / parts);
        long start = System.nanoTime();
        NormalCounts all = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    LongStream every = LongStream.iterate(part, chunk -> chunk < chunks, chunk -> chunk + parts);
                    return counts(chosen.stages(question).weights(), seed, every, verdicts.cancelled());
                })
                .reduce(NormalCounts::merge)
                .orElseThrow();
        double seconds = (System.nanoTime() - start) * 1e-9;
        double n = (double) chunks * PER_CHUNK;
        moments(all, n, verdicts);
        tails(all, n, verdicts);
        chiSquare(all, n, verdicts);
        verdicts.add(
                all.total() == chunks * PER_CHUNK,
                "%.0f normals counted, of seed %d by %s, in %.0f s on %d threads",
                n,
                seed,
                chosen.name(),
                seconds,
                parts);
    }

    private static NormalCounts counts(WeightStage weights, long seed, LongStream chunks, BooleanSupplier cancelled) {
        NormalCounts counts = new NormalCounts();
        float[] normals = new float[Stages.BASE + VECTORS * Question.LANES];
        chunks.forEach(chunk -> {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            weights.seed(seed, chunk);
            for (int fill = 0; fill < FILLS_PER_CHUNK; fill++) {
                weights.fill(normals, VECTORS);
                counts.add(normals, Stages.BASE);
            }
        });
        counts.sort();
        return counts;
    }

    private static void moments(NormalCounts counts, double n, Verdicts verdicts) {
        double[] expected = {0, 1, 0, 3};
        // Of x^k: E x^2k - (E x^k)^2.
        double[] variance = {1, 2, 15, 96};
        for (int k = 0; k < expected.length; k++) {
            double mean = counts.power(k + 1) / n;
            double off = (mean - expected[k]) / Math.sqrt(variance[k] / n);
            verdicts.add(
                    Math.abs(off) < FAR,
                    "mean of x^%d over %.3g normals: %.7f, %+.2f standard errors off",
                    k + 1,
                    n,
                    mean,
                    off);
        }
    }

    private static void tails(NormalCounts counts, double n, Verdicts verdicts) {
        for (int t = 0; t < NormalCounts.TAILS.length; t++) {
            double mean = n * NORMAL.survivalProbability(NormalCounts.TAILS[t]);
            double above = (counts.above(t) - mean) / Math.sqrt(mean);
            double below = (counts.below(t) - mean) / Math.sqrt(mean);
            // Where one or two are expected, a count is not normal.
            verdicts.add(
                    mean < 10 || Math.abs(above) < FAR && Math.abs(below) < FAR,
                    "beyond %.2f: %d above and %d below, %.1f expected, %+.2f and %+.2f standard errors off",
                    NormalCounts.TAILS[t],
                    counts.above(t),
                    counts.below(t),
                    mean,
                    above,
                    below);
        }
    }

    /** Bins that expect fewer than 20 are left out together with the numbers beyond them: the tails are counted apart. */
    private static void chiSquare(NormalCounts counts, double n, Verdicts verdicts) {
        double sum = 0;
        int used = 0;
        for (int b = 0; b < NormalCounts.BINS; b++) {
            double low = NormalCounts.low(b);
            double mean = n * NORMAL.probability(low, NormalCounts.low(b + 1));
            if (mean >= 20) {
                sum += (counts.bin(b) - mean) * (counts.bin(b) - mean) / mean;
                used++;
            }
        }
        // The left-out rest is one more bin, which takes the degree of freedom that the total costs.
        double p = ChiSquaredDistribution.of(used).survivalProbability(sum);
        verdicts.add(p > 1e-6 && p < 1 - 1e-6, "chi-square over %d bins: %.1f, p-value %.3g", used, sum, p);
    }
}
