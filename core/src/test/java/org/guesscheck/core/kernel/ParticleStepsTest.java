package org.guesscheck.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.random.SplitMix64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps that move particles: what they compute, and that every backend computes the same bits. */
class ParticleStepsTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);
    private static final List<String> BACKENDS = List.of("scalar", "vector-128", "vector-256", "vector-512");
    private static final int VECTORS = 6;

    private static Stages stages(String backend, Prior prior, boolean normalized) {
        Network network = new Network(5, 2, Activation.LINEAR, prior, normalized, Network.SOFTENING);
        return Backends.named(backend).stages(new Question(PROBLEM, network, 3, 0.1f, 1));
    }

    @ParameterizedTest
    @EnumSource(Prior.class)
    void proposesTheSameEverywhere(Prior prior) {
        float[] current = new float[Stages.BASE + 16 * (VECTORS + 1)];
        Stages source = stages("scalar", prior, false);
        source.weights().seed(1, 2);
        source.weights().fill(current, VECTORS);
        System.arraycopy(current, Stages.BASE, current, Stages.BASE + 16, 16 * VECTORS);
        float keep = 0.8f;
        float step = 0.6f;
        float[] expected = null;
        int reflected = 0;
        for (String backend : BACKENDS) {
            Stages stages = stages(backend, prior, false);
            float[] noise = new float[Stages.BASE + 16 * VECTORS];
            stages.weights().seed(5, 6);
            stages.weights().fill(noise, VECTORS);
            float[] drawn = noise.clone();
            stages.moves().propose(noise, 2, current, 1, VECTORS - 2, keep, step);
            for (int i = 0; i < 16 * VECTORS; i++) {
                int at = Stages.BASE + i;
                if (i < 32) {
                    assertEquals(drawn[at], noise[at], "a vector before the first");
                } else if (prior == Prior.GAUSSIAN) {
                    assertEquals(Math.fma(step, drawn[at], keep * current[at - 16]), noise[at]);
                } else {
                    double x = (double) step * drawn[at] + current[at - 16];
                    assertEquals(Math.copySign(1 - Math.abs(1 - Math.abs(x)), x), noise[at], 1e-6);
                    assertTrue(Math.abs(noise[at]) <= 1);
                    reflected += Math.abs(x) > 1 ? 1 : 0;
                }
            }
            expected = expected == null ? noise : expected;
            assertArrayEquals(expected, noise, backend);
        }
        assertTrue(prior == Prior.GAUSSIAN || reflected > 0, "no uniform proposal was reflected: a test of nothing");
    }

    @ParameterizedTest
    @EnumSource(Prior.class)
    void selectsTheChosenLanes(Prior prior) {
        float[] from = new float[Stages.BASE + 16 * VECTORS];
        float[] to = new float[Stages.BASE + 16 * VECTORS];
        for (int i = 0; i < 16 * VECTORS; i++) {
            from[Stages.BASE + i] = -1 - i;
            to[Stages.BASE + i] = 1 + i;
        }
        int[] chosen = new int[32];
        SplitMix64 random = new SplitMix64(4);
        Arrays.setAll(chosen, i -> -random.nextInt(2));
        for (String backend : BACKENDS) {
            float[] mixed = to.clone();
            stages(backend, prior, false).moves().select(chosen, 16, from, 1, mixed, 2, 3);
            for (int i = 0; i < 16 * VECTORS; i++) {
                boolean copied = i / 16 >= 2 && i / 16 < 5 && chosen[16 + i % 16] != 0;
                float wanted = copied ? from[Stages.BASE + i - 16] : to[Stages.BASE + i];
                assertEquals(wanted, mixed[Stages.BASE + i], backend);
            }
        }
    }

    /** The losses of {@link JudgeStage#judge}, for every group. */
    @ParameterizedTest
    @EnumSource(Prior.class)
    void measuresWhatIsJudged(Prior prior) {
        int groups = 3;
        for (boolean normalized : new boolean[] {false, true}) {
            float[] products = new float[Stages.BASE + 16 * 25 * groups + 16];
            Stages source = stages("scalar", prior, normalized);
            source.weights().seed(8, 9);
            source.weights().fill(products, 25 * groups + 1);
            ChunkReport report = new ChunkReport();
            source.judge().judge(products, 0, groups, report);
            assertEquals(groups, report.count);
            for (String backend : BACKENDS) {
                float[] train = new float[16 * groups];
                float[] test = new float[16 * groups];
                stages(backend, prior, normalized).judge().measure(products, groups, train, test);
                assertArrayEquals(Arrays.copyOf(report.trainLoss, 16 * groups), train, backend);
                assertArrayEquals(Arrays.copyOf(report.generalizationLoss, 16 * groups), test, backend);
                Arrays.fill(train, 0);
                stages(backend, prior, normalized).judge().measure(products, groups, train, null);
                assertArrayEquals(Arrays.copyOf(report.trainLoss, 16 * groups), train, backend);
            }
        }
    }
}
