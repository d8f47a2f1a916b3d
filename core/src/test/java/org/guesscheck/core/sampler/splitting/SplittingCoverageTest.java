package org.guesscheck.core.sampler.splitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Coordinates;
import org.guesscheck.core.kernel.ParticleKernel;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.DepthOneCompletion;
import org.guesscheck.core.sampler.RejectionSampler;
import org.junit.jupiter.api.Test;

/** Many small runs on a case with a closed form: no bias with frozen levels, and intervals that cover as they say. */
class SplittingCoverageTest {
    private static final Problem PROBLEM = Problem.completion(5, 5, 1, 6, 4);
    private static final float EPS = 0.004f;
    private static final double P = DepthOneCompletion.probability(PROBLEM, EPS);
    private static final double MEAN = DepthOneCompletion.mean(PROBLEM);

    private static Population population(int particles) {
        return population(new Question(PROBLEM, Network.linear(1, 1), 0, EPS, 1), particles);
    }

    private static Population population(Question question, int particles) {
        ParticleKernel kernel = new ParticleKernel(
                question, Backends.chooser("auto").chosen(question, 1).stages(question), particles, true);
        return new Population(kernel, particles, () -> false, evaluated -> {});
    }

    private static SplittingPlan plan(Population population, int particles, int sweeps, long seed, float eps) {
        SplittingTuning tuning = new SplittingTuning(particles, 16 * particles, sweeps, 0.5, 2, 0.5, 0.25);
        return new Pilot(tuning, new float[] {eps}, population, Long.MAX_VALUE, new ReplicaSize(particles, 0))
                .choose(seed);
    }

    /** 1,000 replicas of 16 particles that all follow one plan; 4 standard errors each for p and p times the mean. */
    @Test
    void replicasAreUnbiasedWhenLevelsAreFrozen() {
        SplittingPlan chosen = plan(population(512), 512, 5, 1, EPS);
        assertTrue(chosen.levels().size() > 3, "too few levels: a test of nothing");
        SplittingPlan small = new SplittingPlan(16, 64, chosen.levels(), Optional.empty());
        Population population = population(16);
        Moments p = new Moments();
        Moments product = new Moments();
        for (int r = 0; r < 1000; r++) {
            Replica replica = ReplicaRun.run(small, new float[] {EPS}, population, 2, r);
            double estimate = Math.exp(replica.thresholds().getFirst().logProbability());
            p.add(estimate);
            product.add(
                    estimate == 0
                            ? 0
                            : estimate * replica.thresholds().getFirst().mean());
        }
        assertEquals(P, p.mean(), 4 * p.standardError());
        assertEquals(P * MEAN, product.mean(), 4 * product.standardError());
        assertTrue(p.standardError() < 0.1 * P, "too noisy to show a bias");
    }

    /** 500 independent runs, pilot included: 95 % +- 3 %, which is three standard deviations of the count. */
    @Test
    void intervalsCoverTheTruth() {
        covers(population(32), EPS, P, MEAN);
    }

    /**
     * The same with particles of correlated normals. The truth has errors of 0.8 % and 0.4 % from 1e7 plain draws of all weights; a run
     * of splitting has some 10 %.
     */
    @Test
    void intervalsCoverInReducedCoordinates() {
        Problem problem = Problem.sensing(3, 3, 1, 4, 1);
        Network network = Network.linear(12, 3).with(Activation.TANH).normalize();
        float eps = 0.01f;
        ThresholdEstimate plain = RejectionSampler.of(problem, network)
                .eps(eps)
                .draws(10_000_000)
                .seed(3)
                .run()
                .thresholds()
                .getFirst();
        assertTrue(plain.accepted() > 10_000 && plain.probability() < 5e-3, plain.toString());
        Question question = new Question(problem, network, 0, eps, 1).reduced();
        assertEquals(Coordinates.GRAM, question.coordinates());
        double mean = plain.generalizationLoss().orElseThrow().mean();
        covers(population(question, 32), eps, plain.probability(), mean);
    }

    private static void covers(Population population, float eps, double p, double mean) {
        int runs = 500;
        int particles = 32;
        int probabilities = 0;
        int means = 0;
        for (int run = 0; run < runs; run++) {
            long seed = 1000 + run;
            SplittingPlan plan = plan(population, particles, 2, seed, eps);
            List<Replica> replicas = LongStream.range(0, 16)
                    .mapToObj(r -> ReplicaRun.run(plan, new float[] {eps}, population, seed, r))
                    .toList();
            ThresholdEstimate e = new SplittingEstimates(replicas).estimate(eps, 0);
            GeneralizationLoss loss = e.generalizationLoss().orElseThrow();
            probabilities += e.probabilityInterval().contains(p) ? 1 : 0;
            means += loss.interval().contains(mean) ? 1 : 0;
        }
        assertTrue(probabilities >= 0.92 * runs && probabilities <= 0.98 * runs, probabilities + " of " + runs);
        assertTrue(means >= 0.92 * runs && means <= 0.98 * runs, means + " of " + runs);
    }
}
