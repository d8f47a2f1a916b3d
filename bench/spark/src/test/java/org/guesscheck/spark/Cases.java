package org.guesscheck.spark;

import java.util.OptionalInt;
import java.util.function.Supplier;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.descent.DescentEnsemble;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.descent.LearningDescentCurve;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.ConditionalSampler;
import org.guesscheck.core.sampler.LearningRejection;
import org.guesscheck.core.sampler.LearningSampler;
import org.guesscheck.core.sampler.LearningSplitting;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.core.sampler.SplittingSampler;
import org.guesscheck.gnc.cluster.ClusterRun;
import org.guesscheck.gnc.cluster.Engine;
import org.guesscheck.gnc.cluster.TaskCosts;

/** Small questions with some pieces each. */
final class Cases {
    private static final Problem PROBLEM = Problem.completion(4, 3, 1, 6, 2);

    private static final LearningProblem SAMPLES = LearningProblem.split(SyntheticSamples.moons(60, 0.1, 1), 8, 20, 1);
    private static final Perceptron PERCEPTRON = Perceptron.relu(6, 2).biases(0.5f);

    private Cases() {}

    /** Every method. */
    enum Asked {
        REJECTION(RejectionSampler.of(PROBLEM, Network.linear(5, 2)).draws(5_000_001)),
        REDUCED_REJECTION(RejectionSampler.of(PROBLEM, Network.linear(300, 3).with(Activation.TANH))
                .reduce(true)
                .draws(60_000)),
        REJECTION_TO_AN_ERROR(RejectionSampler.of(PROBLEM, Network.linear(40, 3))
                .eps(0.1)
                .draws(50_000_000)
                .relativeError(0.005)),
        SPLITTING(
                SplittingSampler.of(PROBLEM, Network.linear(5, 2)).particles(64).eps(0.001, 0.1)),
        SPLITTING_TO_AN_ERROR(SplittingSampler.of(PROBLEM, Network.linear(5, 2))
                .particles(64)
                .eps(0.001)
                .relativeError(0.08)),
        CONDITIONAL(ConditionalSampler.of(PROBLEM, Network.linear(8, 2))
                .eps(0.01, 0.001)
                .draws(10_000)),
        CONDITIONAL_TO_AN_ERROR(ConditionalSampler.of(PROBLEM, Network.linear(8, 2))
                .draws(1 << 20)
                .relativeError(0.02)),
        LEARNING(LearningSplitting.of(SAMPLES, PERCEPTRON)
                .particles(32)
                .sweeps(3)
                .replicas(40)
                .relativeError(0.1)),
        LEARNING_BY_REJECTION(
                LearningRejection.of(SAMPLES, PERCEPTRON).draws(1_000_001).keep(3)),
        LEARNING_BY_DESCENT(
                LearningDescent.of(SAMPLES, PERCEPTRON).samples(2, 8).runs(100).epochs(50)),
        DESCENT(DescentEnsemble.of(GradientDescent.of(PROBLEM, Network.linear(5, 3))
                        .optimizer(Optimizer.GD)
                        .learningRate(0.1)
                        .initScale(0.5)
                        .epochs(300)
                        .seed(11)
                        .stopBelow(0.02))
                .runs(100));

        private final Supplier<String> here;
        private final Supplier<Question<?>> question;

        Asked(Sampler<?> sampler) {
            Sampler<?> seeded = sampler.seed(3);
            here = () -> digest(seeded.run());
            question = () -> new Question<>(seeded.divided(), Cases::digest);
        }

        Asked(LearningSampler<?> sampler) {
            LearningSampler<?> seeded = sampler.seed(3);
            here = () -> seeded.run().origin().digest();
            question = () ->
                    new Question<>(seeded.divided(), curve -> curve.origin().digest());
        }

        Asked(LearningDescent descent) {
            here = () -> descent.run().digest();
            question = () -> new Question<>(descent.divided(), LearningDescentCurve::digest);
        }

        Asked(DescentEnsemble ensemble) {
            here = () -> ensemble.run().digest();
            question = () -> new Question<>(ensemble.divided(), outcome -> outcome.digest());
        }

        /** The digest of a run in this JVM. */
        String here() {
            return here.get();
        }

        /** The question, divided. */
        Question<?> question() {
            return question.get();
        }
    }

    /** So many accepted draws that their part is larger than a small heap. */
    static Question<?> allAccepted() {
        RejectionSampler sampler =
                RejectionSampler.of(PROBLEM, Network.linear(2, 2)).eps(1e6).draws(60_000_000);
        return new Question<>(sampler.divided(), Cases::digest);
    }

    /** A digest of a result. */
    interface Digest<R> {
        String of(R result);
    }

    /** A divided question and how its result is compared. */
    static final class Question<R> {
        private final Division<R> division;
        private final Digest<R> digest;

        Question(Division<R> division, Digest<R> digest) {
            this.division = division;
            this.digest = digest;
        }

        /** The question in bytes. */
        byte[] bytes() {
            return division.question();
        }

        /** The digest of a run on a cluster. */
        String there(Engine engine, OptionalInt tasks) {
            return digest.of(
                    new ClusterRun<>(division, tasks, new TaskCosts(), () -> false, progress -> {}).run(engine));
        }
    }

    private static String digest(Posterior posterior) {
        return posterior.origin().digest();
    }
}
