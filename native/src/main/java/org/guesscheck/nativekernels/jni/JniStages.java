package org.guesscheck.nativekernels.jni;

import java.lang.ref.Reference;
import java.util.Objects;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.random.ChunkSeed;

/** The steps in C, one call each. Every argument is checked here, so that no call can take the JVM down. */
final class JniStages implements Stages {
    private static final int LANES = Question.LANES;

    private final int tier;
    private final int entries;
    private final KernelMemory memory;
    private final long[] state = new long[ChunkSeed.WORDS];

    JniStages(int tier, Question question) {
        this.tier = tier;
        this.entries = question.rows() * question.cols();
        this.memory = KernelMemory.of(question, false);
    }

    @Override
    public void seed(long seed, long chunk) {
        ChunkSeed.into(seed, chunk, state);
        Bridge.start(tier, memory.address(), state);
        Reference.reachabilityFence(memory);
    }

    @Override
    public void fill(float[] out, int vectors) {
        if ((vectors & 1) != 0) {
            throw new IllegalArgumentException("vectors: " + vectors + "; an even number is allowed");
        }
        check(out, 0, vectors);
        Bridge.fill(tier, memory.address(), out, BASE, vectors);
        Reference.reachabilityFence(memory);
    }

    @Override
    public void multiply(Multiplication job) {
        if (job.groups < 0 || job.rows < 0 || job.cols < 0 || job.units < 0) {
            throw new IllegalArgumentException("a product of " + job.groups + " x " + job.rows + " x " + job.cols
                    + " x " + job.units + "; no size may be below 0");
        }
        if (job.groups == 0 || job.rows == 0 || job.cols == 0) {
            return;
        }
        boolean sums = job.units > 0;
        checkReach(job.y, job.yAt, sums, job.groups, job.yGroup, job.rows, job.yRow, job.units, job.yUnit, 1);
        checkReach(job.w, job.wAt, sums, job.groups, job.wGroup, 1, 0, job.units, job.wUnit, job.cols);
        checkReach(job.out, job.outAt, true, job.groups, job.outGroup, job.rows, job.cols, 1, 0, job.cols);
        Bridge.multiply(
                tier,
                BASE,
                job.groups,
                job.rows,
                job.cols,
                job.units,
                job.y,
                job.yAt,
                job.yGroup,
                job.yRow,
                job.yUnit,
                job.w,
                job.wAt,
                job.wGroup,
                job.wUnit,
                job.out,
                job.outAt,
                job.outGroup,
                job.fresh);
    }

    @Override
    public void activate(float[] y, int at, int vectors) {
        activateRuns(y, at, vectors, 1, 0);
    }

    @Override
    public void activateRuns(float[] y, int at, int vectors, int runs, int stride) {
        if (runs < 0) {
            throw new IllegalArgumentException("runs: " + runs + "; at least 0 is allowed");
        }
        if (runs == 0) {
            return;
        }
        check(y, at, vectors);
        checkReach(y, at, true, runs, stride, 1, 0, 1, 0, vectors);
        Bridge.activate(tier, memory.address(), y, BASE, at, vectors, runs, stride);
        Reference.reachabilityFence(memory);
    }

    @Override
    public void judge(float[] products, int firstGroup, int groups, ChunkReport report) {
        Objects.checkFromIndexSize(firstGroup, groups, Question.GROUPS);
        Objects.checkFromIndexSize(report.count, groups, Question.GROUPS);
        check(products, 0, (long) groups * entries);
        report.count = Bridge.judge(
                tier,
                memory.address(),
                products,
                BASE,
                firstGroup,
                groups,
                report.count,
                report.group,
                report.trainLoss,
                report.generalizationLoss);
        Reference.reachabilityFence(memory);
    }

    @Override
    public void measure(float[] products, int groups, float[] trainLoss, float[] generalizationLoss) {
        check(products, 0, (long) groups * entries);
        checkLosses(trainLoss, groups);
        if (generalizationLoss != null) {
            checkLosses(generalizationLoss, groups);
        }
        Bridge.measure(tier, memory.address(), products, BASE, groups, trainLoss, generalizationLoss);
        Reference.reachabilityFence(memory);
    }

    @Override
    public void propose(float[] noise, int at, float[] current, int currentAt, int vectors, float keep, float step) {
        check(noise, at, vectors);
        check(current, currentAt, vectors);
        Bridge.propose(tier, memory.address(), BASE, noise, at, current, currentAt, vectors, keep, step);
        Reference.reachabilityFence(memory);
    }

    @Override
    public void select(int[] chosen, int chosenAt, float[] from, int at, float[] to, int toAt, int vectors) {
        Objects.checkFromIndexSize(chosenAt, LANES, chosen.length);
        check(from, at, vectors);
        check(to, toAt, vectors);
        Bridge.select(tier, BASE, chosen, chosenAt, from, at, to, toAt, vectors);
    }

    private static void checkLosses(float[] losses, int groups) {
        if (groups > losses.length / LANES) {
            throw new IndexOutOfBoundsException(
                    groups + " groups have 16 losses each; there is room for " + losses.length);
        }
    }

    /** Checks that vectors lie within a buffer. */
    private static void check(float[] buffer, long at, long vectors) {
        long available = (buffer.length - BASE) / LANES;
        if (buffer.length < BASE || at < 0 || vectors < 0 || vectors > available - at) {
            throw new IndexOutOfBoundsException(
                    "vectors " + at + " to " + (at + vectors) + " of a buffer with " + buffer.length + " numbers");
        }
    }

    /** Checks first and last vector of an operand; strides below 0 are refused. */
    private static void checkReach(
            float[] buffer,
            int at,
            boolean used,
            int groups,
            int group,
            int rows,
            int row,
            int units,
            int unit,
            int vectors) {
        Objects.requireNonNull(buffer);
        if (group < 0 || row < 0 || unit < 0) {
            throw new IllegalArgumentException("strides " + group + ", " + row + ", " + unit + "; none may be below 0");
        }
        if (used) {
            // Each product is below 2^62, but the sum of three may overflow.
            long last = Math.addExact(Math.addExact((groups - 1L) * group, (rows - 1L) * row), (units - 1L) * unit);
            check(buffer, at, last + vectors);
        }
    }
}
