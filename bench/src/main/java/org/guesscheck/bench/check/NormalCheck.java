package org.guesscheck.bench.check;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.scalar.ScalarDraws;

/**
 * The normal weights against the normal distribution: moments, a chi-square test over bins of 1/64 and the counts beyond 3
 * to 5.5 standard deviations. The scalar backend draws them; the others draw the same bits.
 */
public final class NormalCheck {
    private static final int PER_CHUNK = 1 << 16;
    private static final int BINS_PER_UNIT = 64;
    private static final int RANGE = 7;
    private static final double[] TAILS = {3, 4, 4.5, 5, 5.5};

    /** Standard errors within which a statistic agrees; of the ten compared, one in 160,000 runs has one that does not. */
    private static final double FAR = 5;

    private final double[] powers = new double[4];
    private final long[] bins = new long[2 * RANGE * BINS_PER_UNIT];
    private final long[] tails = new long[TAILS.length];

    private NormalCheck() {}

    /** Draws about so many normals on all processors and judges them. */
    public static void run(long count, BooleanSupplier cancelled, Consumer<Verdict> verdicts) {
        int parts = Runtime.getRuntime().availableProcessors();
        long chunks = Math.max(parts, count / PER_CHUNK);
        NormalCheck all = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> part(part, parts, chunks, cancelled))
                .reduce(NormalCheck::merge)
                .orElseThrow();
        all.judge((double) chunks * PER_CHUNK, verdicts);
    }

    private static NormalCheck part(int part, int parts, long chunks, BooleanSupplier cancelled) {
        NormalCheck check = new NormalCheck();
        ScalarDraws draws = new ScalarDraws(false);
        float[] normals = new float[Stages.BASE + PER_CHUNK];
        for (long chunk = part; chunk < chunks; chunk += parts) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            draws.seed(41, chunk);
            draws.fill(normals, PER_CHUNK / 16);
            check.count(normals);
        }
        return check;
    }

    private void count(float[] normals) {
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        for (int i = Stages.BASE; i < normals.length; i++) {
            double x = normals[i];
            double square = x * x;
            s1 += x;
            s2 += square;
            s3 += square * x;
            s4 += square * square;
            bins[Math.clamp((int) Math.floor((x + RANGE) * BINS_PER_UNIT), 0, bins.length - 1)]++;
            if (square > TAILS[0] * TAILS[0]) {
                for (int t = 0; t < TAILS.length; t++) {
                    tails[t] += Math.abs(x) > TAILS[t] ? 1 : 0;
                }
            }
        }
        powers[0] += s1;
        powers[1] += s2;
        powers[2] += s3;
        powers[3] += s4;
    }

    private NormalCheck merge(NormalCheck other) {
        IntStream.range(0, powers.length).forEach(i -> powers[i] += other.powers[i]);
        IntStream.range(0, bins.length).forEach(i -> bins[i] += other.bins[i]);
        IntStream.range(0, tails.length).forEach(i -> tails[i] += other.tails[i]);
        return this;
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
            double mean = 2 * n * normal.survivalProbability(TAILS[t]);
            double off = (tails[t] - mean) / Math.sqrt(mean);
            verdicts.accept(new Verdict(
                    Math.abs(off) < FAR,
                    String.format(
                            Locale.ROOT,
                            "beyond %.1f: %d, %.1f expected, %+.2f standard errors off",
                            TAILS[t],
                            tails[t],
                            mean,
                            off)));
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
