package org.guesscheck.nativekernels.jni;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Correlation;
import org.guesscheck.core.kernel.CorrelationStage;
import org.guesscheck.core.kernel.Multiplication;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.StagedKernel;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps that are called one by one: the bits of plain Java, and no argument that reaches C unchecked. */
class JniStagesTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);
    private static final int VECTORS = 6;

    static List<Network> networks() {
        return Networks.all();
    }

    static List<String> tiers() {
        return TiersSameBitsTest.tiers();
    }

    private static Question question(Network network) {
        return new Question(PROBLEM, network, 3, 0.1f, 8);
    }

    private static Stages stages(String backend, Prior prior) {
        Network network = new Network(5, 2, Activation.TANH, prior, true, Network.SOFTENING);
        return Backends.named(backend).stages(question(network));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void stepsAloneReportWhatScalarReports(Network network) {
        Question question = question(network);
        ChunkReport expected = new ChunkReport();
        Backends.named("scalar").kernel(question).evaluate(4, 30, expected);
        for (String tier : tiers()) {
            ChunkReport report = new ChunkReport();
            new StagedKernel(question, Backends.named(tier).stages(question)).evaluate(4, 30, report);
            assertEquals(expected.count, report.count, tier);
            assertArrayEquals(expected.group, report.group, tier);
            int losses = Question.LANES * report.count;
            assertArrayEquals(Arrays.copyOf(expected.trainLoss, losses), Arrays.copyOf(report.trainLoss, losses), tier);
            assertArrayEquals(
                    Arrays.copyOf(expected.generalizationLoss, losses),
                    Arrays.copyOf(report.generalizationLoss, losses),
                    tier);
        }
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void particlesMoveAsInScalar(String tier) {
        for (Prior prior : Prior.values()) {
            assertArrayEquals(moved(stages("scalar", prior)), moved(stages(tier, prior)));
        }
    }

    /** Proposes from one half of a buffer, keeps some lanes, measures: all of it in one array. */
    private static float[] moved(Stages stages) {
        int entries = 25;
        float[] current = new float[Stages.BASE + 16 * 2 * (entries + 1)];
        float[] noise = current.clone();
        stages.weights().seed(1, 2);
        stages.weights().fill(current, 2 * entries);
        stages.activation().activateRuns(current, 1, 3, 7, 5);
        stages.weights().fill(noise, 2 * entries);
        stages.moves().propose(noise, 1, current, 1, 2 * entries - 1, 0.6f, 0.8f);
        int[] chosen = new int[20];
        for (int l = 0; l < 16; l += 3) {
            chosen[3 + l] = -1;
        }
        stages.moves().select(chosen, 3, noise, 0, current, 0, 2 * entries);
        float[] losses = new float[3 * 16];
        stages.judge().measure(current, 2, losses, null);
        float[] both = new float[2 * 16];
        stages.judge().measure(current, 2, both, both.clone());
        float[] all = Arrays.copyOf(current, current.length + losses.length + both.length);
        System.arraycopy(losses, 0, all, current.length, losses.length);
        System.arraycopy(both, 0, all, current.length + losses.length, both.length);
        return all;
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void wrongLengthsAndNullAreRefusedBeforeTheCall(String tier) {
        Stages stages = stages(tier, Prior.GAUSSIAN);
        float[] full = new float[Stages.BASE + 16 * VECTORS];
        float[] tiny = new float[Stages.BASE - 1];
        stages.weights().seed(1, 0);
        stages.weights().fill(full, VECTORS);
        refused(() -> stages.weights().fill(full, VECTORS + 2));
        refused(() -> stages.weights().fill(full, 3));
        refused(() -> stages.weights().fill(full, -2));
        refused(() -> stages.weights().fill(tiny, 0));
        refused(() -> stages.weights().fill(null, 2));
        refused(() -> stages.activation().activate(full, 1, VECTORS));
        refused(() -> stages.activation().activate(full, -1, 1));
        refused(() -> stages.activation().activate(full, Integer.MAX_VALUE, Integer.MAX_VALUE));
        refused(() -> stages.activation().activate(null, 0, 1));
        refused(() -> stages.activation().activateRuns(full, 0, 2, 3, 3));
        refused(() -> stages.activation().activateRuns(full, 0, 2, 3, -1));
        refused(() -> stages.activation().activateRuns(full, 0, 2, -1, 2));
        refused(() -> stages.activation().activateRuns(full, 0, 1, Integer.MAX_VALUE, Integer.MAX_VALUE));
        refused(() -> stages.activation().activateRuns(full, 0, -1, 1, 0));
        refused(() -> stages.activation().activateRuns(null, 0, 1, 1, 0));
        stages.activation().activateRuns(full, 0, 2, 3, 2);
        ChunkReport report = new ChunkReport();
        refused(() -> stages.judge().judge(full, 0, 1, report));
        refused(() -> stages.judge().judge(new float[Stages.BASE + 16 * 25], Question.GROUPS, 1, report));
        refused(() -> stages.judge().judge(new float[Stages.BASE + 16 * 25], -1, 1, report));
        refused(() -> stages.judge().judge(null, 0, 1, report));
        refused(() -> stages.judge().judge(new float[Stages.BASE + 16 * 25], 0, 1, null));
        report.count = Question.GROUPS;
        refused(() -> stages.judge().judge(new float[Stages.BASE + 16 * 25], 0, 1, report));
        refused(() -> stages.judge().measure(full, 1, new float[16], null));
        refused(() -> stages.judge().measure(new float[Stages.BASE + 16 * 25], 1, new float[15], null));
        refused(() -> stages.judge().measure(new float[Stages.BASE + 16 * 25], 1, new float[16], new float[15]));
        refused(() -> stages.judge().measure(new float[Stages.BASE + 16 * 25], -1, new float[16], null));
        refused(() -> stages.judge().measure(new float[Stages.BASE + 16 * 25], 1, null, null));
        refused(() -> stages.moves().propose(full, 0, full, 1, VECTORS, 0.5f, 0.5f));
        refused(() -> stages.moves().propose(full, 0, null, 0, 1, 0.5f, 0.5f));
        refused(() -> stages.moves().propose(null, 0, full, 0, 1, 0.5f, 0.5f));
        refused(() -> stages.moves().select(new int[16], 1, full, 0, full, 0, 1));
        refused(() -> stages.moves().select(null, 0, full, 0, full, 0, 1));
        refused(() -> stages.moves().select(new int[16], 0, full, 0, full, VECTORS, 1));
        refused(() -> stages.moves().select(new int[16], 0, full, -1, full, 0, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> Backends.named(tier)
                        .kernel(question(Network.linear(5, 2)))
                        .evaluate(0, 513, report));
        assertThrows(
                IllegalArgumentException.class,
                () -> Backends.named(tier)
                        .kernel(question(Network.linear(5, 2)))
                        .evaluate(0, 5, 5, report));
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void productsOutsideOfTheirBuffersAreRefused(String tier) {
        Stages stages = stages(tier, Prior.GAUSSIAN);
        stages.products().multiply(job());
        List<java.util.function.Consumer<Multiplication>> mistakes = List.of(
                job -> job.y = null,
                job -> job.w = null,
                job -> job.out = null,
                job -> job.groups = -1,
                job -> job.rows = 3,
                job -> job.cols = 4,
                job -> job.units = 3,
                job -> job.yAt = Integer.MAX_VALUE,
                job -> job.wAt = -1,
                job -> job.outAt = 1,
                job -> job.yRow = -1,
                job -> job.wUnit = Integer.MAX_VALUE,
                job -> {
                    job.groups = job.rows = job.units = Integer.MAX_VALUE;
                    job.yGroup = job.yRow = job.yUnit = Integer.MAX_VALUE;
                });
        for (int i = 0; i < mistakes.size(); i++) {
            Multiplication job = job();
            mistakes.get(i).accept(job);
            refused(() -> stages.products().multiply(job));
            refused(() -> stages.products().multiplyShared(job));
        }
        // Features that all lanes share are numbers, from the first element on.
        Multiplication shared = job();
        shared.y = new float[4];
        stages.products().multiplyShared(shared);
        shared.yAt = 1;
        refused(() -> stages.products().multiplyShared(shared));
    }

    /** Two rows, three columns, two units, in buffers that they fill. */
    private static Multiplication job() {
        Multiplication job = new Multiplication();
        job.groups = 1;
        job.rows = 2;
        job.cols = 3;
        job.units = 2;
        job.y = new float[Stages.BASE + 16 * 4];
        job.yRow = 2;
        job.yUnit = 1;
        job.w = new float[Stages.BASE + 16 * 6];
        job.wUnit = 3;
        job.out = new float[Stages.BASE + 16 * 6];
        job.fresh = true;
        return job;
    }

    /** Steps alone, called as the loop calls them, in place. */
    @ParameterizedTest
    @MethodSource("tiers")
    void reducedStepsAloneReportWhatScalarReports(String tier) {
        for (int[] shape : new int[][] {{8, 2}, {173, 3}}) {
            Network network = Network.linear(shape[0], shape[1]).with(Activation.TANH);
            Question question = question(network).reduced();
            ChunkReport expected = new ChunkReport();
            Backends.named("scalar").kernel(question).evaluate(4, 30, expected);
            ChunkReport report = new ChunkReport();
            new StagedKernel(question, Backends.named(tier).stages(question)).evaluate(4, 30, report);
            assertEquals(expected.count, report.count);
            int losses = Question.LANES * expected.count;
            assertTrue(losses > 0, "a test of nothing");
            assertArrayEquals(Arrays.copyOf(expected.trainLoss, losses), Arrays.copyOf(report.trainLoss, losses));
            assertArrayEquals(
                    Arrays.copyOf(expected.generalizationLoss, losses),
                    Arrays.copyOf(report.generalizationLoss, losses));
        }
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void correlationsOutsideOfTheirBuffersAreRefused(String tier) {
        CorrelationStage stage = stages(tier, Prior.GAUSSIAN).correlation();
        stage.correlate(correlation());
        stage.addGram(correlation());
        stage.factor(correlation());
        List<Consumer<Correlation>> everywhere = List.of(
                job -> job.groups = -1,
                job -> job.groups = 3,
                job -> job.rows = 0,
                job -> job.rows = 4,
                job -> job.rows = Integer.MAX_VALUE);
        List<Consumer<Correlation>> unitwise = List.of(
                job -> job.y = null,
                job -> job.units = -1,
                job -> job.units = 3,
                job -> job.yAt = 1,
                job -> job.yUnit = -1,
                job -> job.yGroup = Integer.MAX_VALUE,
                job -> {
                    job.groups = job.units = Integer.MAX_VALUE;
                    job.wGroup = job.wUnit = job.yGroup = job.yUnit = Integer.MAX_VALUE;
                });
        List<Consumer<Correlation>> correlating = List.of(
                job -> job.w = null,
                job -> job.wAt = -1,
                job -> job.wUnit = 4,
                job -> job.yRow = 2,
                job -> job.yRow = -1,
                job -> job.lower = null,
                job -> job.lower = new float[Stages.BASE + 16 * 11]);
        List<Consumer<Correlation>> summing = List.of(
                job -> job.sums = null,
                job -> job.sums = new float[Stages.BASE + 16 * 11],
                job -> job.lost = null,
                job -> job.lost = new float[Stages.BASE]);
        refusedEach(stage::correlate, everywhere, unitwise, correlating);
        refusedEach(stage::addGram, everywhere, unitwise, summing);
        refusedEach(stage::factor, everywhere, summing.subList(0, 2));
    }

    @SafeVarargs
    private static void refusedEach(Consumer<Correlation> step, List<Consumer<Correlation>>... mistakes) {
        for (List<Consumer<Correlation>> kind : mistakes) {
            for (Consumer<Correlation> mistake : kind) {
                Correlation job = correlation();
                mistake.accept(job);
                refused(() -> step.accept(job));
            }
        }
    }

    /** Two groups of two units with three rows, in buffers that they fill. */
    private static Correlation correlation() {
        Correlation job = new Correlation();
        job.groups = 2;
        job.rows = 3;
        job.units = 2;
        job.w = new float[Stages.BASE + 16 * 12];
        job.wGroup = 6;
        job.wUnit = 3;
        job.y = new float[Stages.BASE + 16 * 12];
        job.yGroup = 6;
        job.yUnit = 3;
        job.yRow = 1;
        job.lower = new float[Stages.BASE + 16 * 12];
        job.sums = new float[Stages.BASE + 16 * 12];
        job.lost = new float[Stages.BASE + 16 * 12];
        job.fresh = true;
        return job;
    }

    private static void refused(Runnable call) {
        RuntimeException e = assertThrows(RuntimeException.class, call::run);
        List<Class<?>> expected = List.of(
                IndexOutOfBoundsException.class,
                IllegalArgumentException.class,
                NullPointerException.class,
                ArithmeticException.class);
        assertEquals(true, expected.contains(e.getClass()), e::toString);
    }
}
