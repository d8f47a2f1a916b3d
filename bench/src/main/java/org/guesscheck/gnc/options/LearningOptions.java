package org.guesscheck.gnc.options;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.sampler.LearningRejection;
import org.guesscheck.core.sampler.LearningSampler;
import org.guesscheck.core.sampler.LearningSplitting;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How learning curves are sampled. */
public final class LearningOptions {
    private static final String SAMPLER = "--sampler";
    private static final String TRAINING = "--training";
    private static final String RANDOM = "random";
    private static final String BALANCED = "balanced";

    @Option(
            names = "--samples",
            required = true,
            paramLabel = "N,...",
            description =
                    "Numbers of training samples at which networks are tested, such as 4,8,16..64:8; the largest is"
                            + " the size of training sets. A single number stands for the powers of two up to it, too.")
    private String samples;

    @Option(
            names = TRAINING,
            defaultValue = RANDOM,
            paramLabel = "HOW",
            description = "How training sets are drawn: random, or balanced, where classes take turns"
                    + " (${DEFAULT-VALUE}).")
    private String training;

    @Option(
            names = "--fit",
            defaultValue = "right",
            paramLabel = "RULE",
            description = "What a network has to do with a training sample: right, margin:M for a margin above M, or"
                    + " logistic:X, square:X, hinge:X for a loss below X (${DEFAULT-VALUE}). Test samples are"
                    + " right or wrong.")
    private String fit;

    @Option(
            names = SAMPLER,
            defaultValue = LearningSplitting.NAME,
            paramLabel = "NAME",
            description = "splitting or rejection (${DEFAULT-VALUE}).")
    private String sampler;

    @Option(names = "--draws", paramLabel = "N", description = "Rejection: networks drawn for each set (1e7).")
    private Long draws;

    @Option(
            names = "--networks",
            paramLabel = "N",
            description = "Rejection: how many accepted networks are tested at most at each number of samples (1000).")
    private Integer networks;

    @Option(names = "--particles", paramLabel = "N", description = "Splitting: networks of a replica (1024).")
    private Integer particles;

    @Option(
            names = "--sweeps",
            paramLabel = "N",
            description = "Splitting: moves of each network after every sample (6).")
    private Integer sweeps;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            description = "Splitting: replicas for each set; with --rel-error the most (16, with --rel-error 4096).")
    private Integer replicas;

    @Option(
            names = "--rel-error",
            paramLabel = "X",
            description =
                    "Splitting: add replicas until the probability at the last number of samples has this relative"
                            + " standard error.")
    private Double relativeError;

    @Mixin
    private SamplerOptions sampling;

    /** Threads and backend. */
    public SamplerOptions sampling() {
        return sampling;
    }

    /**
     * At which numbers of samples networks are tested.
     *
     * @throws InputException if the numbers are not allowed
     */
    public int[] tested() {
        return WholeNumbers.parse("--samples", samples);
    }

    /**
     * What networks have to do with training samples.
     *
     * @throws InputException if there is no such rule
     */
    public Fit fit() {
        return FitOption.parse(fit);
    }

    /** How training sets are drawn. */
    public String training() {
        return Choice.of(TRAINING, training, List.of(RANDOM, BALANCED));
    }

    /** Whether classes take turns in training sets. */
    public boolean balanced() {
        return training().equals(BALANCED);
    }

    /** The name of the method. */
    public String sampler() {
        return Choice.of(SAMPLER, sampler, List.of(LearningSplitting.NAME, LearningRejection.NAME));
    }

    /**
     * Checks before any work is done.
     *
     * @throws InputException if options do not fit each other
     */
    public void check() {
        sampling.check();
        tested();
        training();
        fit();
        boolean splits = sampler().equals(LearningSplitting.NAME);
        refuse(splits && draws != null, "--draws", LearningRejection.NAME);
        refuse(splits && networks != null, "--networks", LearningRejection.NAME);
        refuse(!splits && particles != null, "--particles", LearningSplitting.NAME);
        refuse(!splits && sweeps != null, "--sweeps", LearningSplitting.NAME);
        refuse(!splits && replicas != null, "--replicas", LearningSplitting.NAME);
        refuse(!splits && relativeError != null, "--rel-error", LearningSplitting.NAME);
        if (relativeError != null && !(relativeError > 0 && relativeError < 1)) {
            throw new InputException("--rel-error " + relativeError + ": a number above 0 and below 1 is allowed");
        }
    }

    private static void refuse(boolean wrong, String option, String sampler) {
        if (wrong) {
            throw new InputException(option + ": allowed only with --sampler " + sampler);
        }
    }

    /**
     * The sampler for one training set, which also tests networks of the prior.
     *
     * @throws IllegalArgumentException if a number is out of range, or the network does not fit the samples
     */
    public LearningSampler<?> method(LearningProblem problem, Perceptron network, long seed, BooleanSupplier stop) {
        LearningSampler<?> method =
                sampler().equals(LearningSplitting.NAME) ? splitting(problem, network) : rejection(problem, network);
        int[] tested = tested();
        if (tested.length > 1) {
            method = method.testedAt(tested);
        }
        IntStream samples = method.testedAt().stream().mapToInt(Integer::intValue);
        method = method.testedAt(IntStream.concat(IntStream.of(0), samples).toArray());
        method = method.seed(seed).backend(sampling.backend()).cancelWhen(stop);
        OptionalInt threads = sampling.threads();
        return threads.isPresent() ? method.threads(threads.getAsInt()) : method;
    }

    private LearningRejection rejection(LearningProblem problem, Perceptron network) {
        LearningRejection method = LearningRejection.of(problem, network);
        method = draws == null ? method : method.draws(draws);
        return networks == null ? method : method.networks(networks);
    }

    private LearningSplitting splitting(LearningProblem problem, Perceptron network) {
        LearningSplitting method = LearningSplitting.of(problem, network);
        method = particles == null ? method : method.particles(particles);
        method = sweeps == null ? method : method.sweeps(sweeps);
        if (relativeError != null) {
            method = method.relativeError(relativeError)
                    .replicas(replicas == null ? LearningSplitting.MOST_REPLICAS : replicas);
        } else if (replicas != null) {
            method = method.replicas(replicas);
        }
        return method;
    }
}
