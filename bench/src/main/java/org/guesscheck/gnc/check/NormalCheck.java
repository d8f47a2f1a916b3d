package org.guesscheck.gnc.check;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.guesscheck.bench.suite.Shape;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.WeightStage;

/**
 * The normal weights against the normal distribution: moments, a chi-square test over bins of 1/64 and the counts beyond 3
 * to 6 standard deviations.
 *
 * <p>Numbers are counted by sign, exponent and 8 bits of their mantissa, which is one shift each. Such a bin lies in one bin
 * of 1/64 up to 8, and the limits of the tails are limits of bins, so nothing is lost.
 */
public final class NormalCheck {
    /** Vectors that are drawn at once, 16 KiB. */
    private static final int VECTORS = 256;

    private static final int FILLS_PER_CHUNK = 16;
    private static final long PER_CHUNK = (long) FILLS_PER_CHUNK * VECTORS * Question.LANES;

    /** Bits of a float that do not tell its bin. */
    private static final int DROPPED = 15;

    private static final int KEYS = 1 << (Float.SIZE - DROPPED);

    /** Chunks after which the counts of 31 bits are emptied. */
    private static final int CHUNKS_PER_COUNT = 1 << 14;

    private static final int BINS_PER_UNIT = 64;
    private static final int RANGE = 7;
    private static final double[] TAILS = {3, 4, 4.5, 5, 5.5, 5.75, 6};

    /** Standard errors within which a statistic agrees; of the 18 compared, one in 97,000 runs has one that does not. */
    private static final double FAR = 5;

    private final double[] powers = new double[4];
    private final int[] counts = new int[KEYS];
    private final long[] bins = new long[2 * RANGE * BINS_PER_UNIT];
    private final long[][] tails = new long[2][TAILS.length];

    private NormalCheck() {}

    /**
     * Draws about so many normals on all processors and judges them.
     *
     * @param count how many
     * @param seed other seeds draw other normals
     * @param backend who draws; all give the same bits
     */
    public static void run(
            long count, long seed, String backend, BooleanSupplier cancelled, Consumer<Verdict> verdicts) {
        int parts = Runtime.getRuntime().availableProcessors();
        long chunks = Math.max(parts, count / PER_CHUNK);
        Question question = Shape.STANDARD.getFirst().question();
        Backend chosen = Backends.chooser(backend)
                .chosen(question, count / question.layout().vectors() / parts);
        long start = System.nanoTime();
        NormalCheck all = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> part(chosen.stages(question).weights(), seed, part, parts, chunks, cancelled))
                .reduce(NormalCheck::merge)
                .orElseThrow();
        double n = (double) chunks * PER_CHUNK;
        double seconds = (System.nanoTime() - start) * 1e-9;
        all.judge(n, verdicts);
        verdicts.accept(new Verdict(
                all.total() == chunks * PER_CHUNK,
                String.format(
                        Locale.ROOT,
                        "%.0f normals counted, of seed %d by %s, in %.0f s on %d threads",
                        n,
                        seed,
                        chosen.name(),
                        seconds,
                        parts)));
    }

    private static NormalCheck part(
            WeightStage weights, long seed, int part, int parts, long chunks, BooleanSupplier cancelled) {
        NormalCheck check = new NormalCheck();
        float[] normals = new float[Stages.BASE + VECTORS * Question.LANES];
        int counted = 0;
        for (long chunk = part; chunk < chunks; chunk += parts) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            weights.seed(seed, chunk);
            for (int fill = 0; fill < FILLS_PER_CHUNK; fill++) {
                weights.fill(normals, VECTORS);
                count(normals, check.counts);
                check.sum(normals);
            }
            if (++counted == CHUNKS_PER_COUNT) {
                check.sort();
                counted = 0;
            }
        }
        check.sort();
        return check;
    }

    private static void count(float[] normals, int[] counts) {
        for (int i = Stages.BASE; i < normals.length; i++) {
            counts[Float.floatToRawIntBits(normals[i]) >>> DROPPED]++;
        }
    }

    /** Two sums of every power, so that an addition need not wait for the one before it. */
    private void sum(float[] normals) {
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double a4 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        double b4 = 0;
        for (int i = Stages.BASE; i < normals.length; i += 2) {
            double a = normals[i];
            double b = normals[i + 1];
            double aa = a * a;
            double bb = b * b;
            a1 += a;
            b1 += b;
            a2 += aa;
            b2 += bb;
            a3 = Math.fma(aa, a, a3);
            b3 = Math.fma(bb, b, b3);
            a4 = Math.fma(aa, aa, a4);
            b4 = Math.fma(bb, bb, b4);
        }
        powers[0] += a1 + b1;
        powers[1] += a2 + b2;
        powers[2] += a3 + b3;
        powers[3] += a4 + b4;
    }

    /** Empties the counts into bins and tails. */
    private void sort() {
        for (int key = 0; key < KEYS; key++) {
            int count = counts[key];
            counts[key] = 0;
            if (count > 0) {
                boolean negative = key >= KEYS / 2;
                float least = Math.abs(Float.intBitsToFloat(key << DROPPED));
                // NaN and what is beyond the range end in the last bin, whose expected count is far below 1.
                int bin = least < RANGE ? (int) (least * BINS_PER_UNIT) : RANGE * BINS_PER_UNIT - 1;
                bins[RANGE * BINS_PER_UNIT + (negative ? -1 - bin : bin)] += count;
                for (int t = 0; t < TAILS.length; t++) {
                    tails[negative ? 1 : 0][t] += least >= TAILS[t] ? count : 0;
                }
            }
        }
    }

    private NormalCheck merge(NormalCheck other) {
        IntStream.range(0, powers.length).forEach(i -> powers[i] += other.powers[i]);
        IntStream.range(0, bins.length).forEach(i -> bins[i] += other.bins[i]);
        for (int side = 0; side < 2; side++) {
            for (int t = 0; t < TAILS.length; t++) {
                tails[side][t] += other.tails[side][t];
            }
        }
        return this;
    }

    private long total() {
        return IntStream.range(0, bins.length).mapToLong(i -> bins[i]).sum();
    }

    private void judge(double n, Consumer<Verdict> verdicts) {
        double[] expected = {0, 1, 0, 3};
        // Of x^k: E x^2k - (E x^k)^2.
        double[] variance = {1, 2, 15, 96};
        for (int k = 0; k < powers.length; k++) {
            double mean = powers[k] / n;
            double off = (mean - expected[k]) / Math.sqrt(variance[k] / n);
            verdicts.accept(new Verdict(
                    Math.abs(off) < FAR,
                    String.format(
                            Locale.ROOT,
                            "mean of x^%d over %.3g normals: %.7f, %+.2f standard errors off",
                            k + 1,
                            n,
                            mean,
                            off)));
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (int t = 0; t < TAILS.length; t++) {
            double mean = n * normal.survivalProbability(TAILS[t]);
            double above = (tails[0][t] - mean) / Math.sqrt(mean);
            double below = (tails[1][t] - mean) / Math.sqrt(mean);
            // Where one or two are expected, a count is not normal.
            verdicts.accept(new Verdict(
                    mean < 10 || Math.abs(above) < FAR && Math.abs(below) < FAR,
                    String.format(
                            Locale.ROOT,
                            "beyond %.2f: %d above and %d below, %.1f expected, %+.2f and %+.2f standard errors off",
                            TAILS[t],
                            tails[0][t],
                            tails[1][t],
                            mean,
                            above,
                            below)));
        }
        verdicts.accept(chiSquare(n, normal));
    }

    /** Bins that expect fewer than 20 are left out together with what is beyond them: the tails are counted above. */
    private Verdict chiSquare(double n, NormalDistribution normal) {
        double sum = 0;
        int used = 0;
        for (int b = 0; b < bins.length; b++) {
            double low = (double) b / BINS_PER_UNIT - RANGE;
            double mean = n * normal.probability(low, low + 1.0 / BINS_PER_UNIT);
            if (mean >= 20) {
                sum += (bins[b] - mean) * (bins[b] - mean) / mean;
                used++;
            }
        }
        // The left-out rest is one more bin, which takes the degree of freedom that the total costs.
        double p = ChiSquaredDistribution.of(used).survivalProbability(sum);
        return new Verdict(
                p > 1e-6 && p < 1 - 1e-6,
                String.format(Locale.ROOT, "chi-square over %d bins: %.1f, p-value %.3g", used, sum, p));
    }
}
