package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ParticleKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.AcceptedDraw;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The draws that a result has where it is to keep them. */
class KeptDrawsTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);
    private static final double[] EPS = {0.1, 0.04};

    private static Sampler<?> sampler(String name, Network network) {
        return Sampler.named(name, PROBLEM, network)
                .eps(EPS)
                .draws(300_000)
                .relativeError(0.02)
                .seed(3)
                .threads(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejection", "splitting", "conditional", "auto"})
    void estimatesAreTheSameAndThoseOfTheDraws(String name) {
        Posterior without = sampler(name, Network.linear(5, 2)).run();
        Posterior kept = sampler(name, Network.linear(5, 2)).keepDraws(true).run();
        assertEquals(List.of(), without.draws());
        assertEquals(without.origin(), kept.origin());
        assertEquals(without.thresholds(), kept.thresholds());
        assertEquals(EPS.length, kept.draws().size());
        for (int e = 0; e < EPS.length; e++) {
            WeightedDraws draws = kept.draws().get(e);
            var loss = kept.thresholds().get(e).generalizationLoss().orElseThrow();
            double sum = 0;
            double total = 0;
            for (int i = 0; i < draws.count(); i++) {
                sum += draws.weights()[i] * draws.losses()[i];
                total += draws.weights()[i];
                assertTrue(draws.weights()[i] > 0 && draws.groups()[i] < draws.groupCount());
            }
            // Splitting's mean is over all sweeps, that of conditional integrates over products: the draws are a part
            // of both.
            double allowed = name.equals("rejection") ? 1e-9 : 4 * loss.standardError();
            assertEquals(loss.mean(), sum / total, allowed);
            assertTrue(draws.effectiveGroups() > 10);
        }
    }

    static List<Network> networks() {
        return List.of(
                Network.linear(5, 2),
                Network.linear(5, 4).normalize(),
                Network.linear(7, 3).with(Activation.of(Activation.Kind.TANH)),
                Network.linear(61, 2));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theMeanPredictedMatrixIsThatOfTheDrawsMadeAgain(Network network) {
        // Some dozens are accepted. To make one again takes as long as its chunk.
        int made = network.normalized() ? 900 : network.activation().equals(Activation.LINEAR) ? 8_000 : 2_000;
        for (boolean reduce : new boolean[] {false, true}) {
            RejectionSampler sampler = RejectionSampler.of(PROBLEM, network)
                    .reduce(reduce)
                    .eps(0.1)
                    .draws(made)
                    .seed(9)
                    .keepDraws(true);
            Posterior posterior = sampler.run();
            WeightedDraws draws = posterior.draws().getFirst();
            assertTrue(draws.count() > 20, "a test of nothing");
            assertEquals(draws.count(), posterior.accepted().size());
            double[] sum = new double[25];
            for (AcceptedDraw draw : posterior.accepted()) {
                float[] product = sampler.replay(draw.draw()).product();
                for (int e = 0; e < sum.length; e++) {
                    sum[e] += (double) product[e] / draws.count();
                }
            }
            assertArrayEquals(sum, draws.meanPredicted(), 1e-12);
        }
    }

    /** The samplers' means agree: each entry of accepted products scatters by less than 0.3. */
    @Test
    void samplersAgreeOnTheMeanPredictedMatrix() {
        double[] rejection = mean("rejection");
        for (String name : List.of("splitting", "conditional")) {
            assertArrayEquals(rejection, mean(name), 0.03, name);
        }
    }

    private static double[] mean(String name) {
        Posterior posterior = Sampler.named(name, PROBLEM, Network.linear(5, 2))
                .eps(0.05)
                .draws(name.equals("conditional") ? 60_000 : 20_000_000)
                .relativeError(0.01)
                .keepDraws(true)
                .run();
        return posterior.draws().getFirst().meanPredicted();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void particlesShowTheirProducts(Network network) {
        Question question = new Question(PROBLEM, network, 1, 1f, 1).reduced();
        ParticleKernel kernel =
                new ParticleKernel(question, Backends.named("scalar").stages(question), 48, true);
        int[] next = {0};
        kernel.draw(5, 0, 6, (train, test) -> next[0] < 48 ? next[0]++ : -1);
        kernel.move(5, 1, new ParticleKernel.Move(10, 0.9f, (float) Math.sqrt(1 - 0.81)));
        float[] before = kernel.trainLoss().clone();
        boolean[] shown = new boolean[48];
        kernel.products((slot, predicted) -> {
            double[] product = new double[predicted.length];
            Arrays.setAll(product, e -> predicted[e]);
            double loss = PROBLEM.trainLoss(product);
            assertEquals(loss, before[slot], 1e-4 * loss + 1e-6);
            shown[slot] = true;
        });
        for (boolean each : shown) {
            assertTrue(each);
        }
        assertArrayEquals(before, kernel.trainLoss());
    }
}
