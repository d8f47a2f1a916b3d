package org.guesscheck.gnc.options;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** Gradient descent beside guess and check, where it is asked for. */
public final class LearningDescentOptions {
    /** The names of losses of a sample. */
    static final List<String> LOSSES = List.of("logistic", "square", "hinge");

    @Option(
            names = "--descend",
            paramLabel = "N",
            description = "Also train N networks of each set by gradient descent until they have all samples right.")
    private Integer runs;

    @Option(
            names = "--optimizer",
            completionCandidates = Allowed.Optimizers.class,
            paramLabel = "NAME",
            description = "With --descend: one of ${COMPLETION-CANDIDATES} (gd).")
    private String optimizer;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "With --descend: of weights before sums are divided by the root of their number (0.5).")
    private Double learningRate;

    @Option(names = "--momentum", paramLabel = "X", description = "With --descend (0).")
    private Double momentum;

    @Option(names = "--batch", paramLabel = "N", description = "With --descend: samples of a batch (16).")
    private Integer batch;

    @Option(names = "--epochs", paramLabel = "N", description = "With --descend: epochs at most (1000).")
    private Integer epochs;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "With --descend: logistic, square or hinge (logistic).")
    private String loss;

    /** Whether it is asked for. */
    public boolean asked() {
        return runs != null;
    }

    /**
     * Checks before any work is done.
     *
     * @throws InputException if an option needs another, or has a name that is not allowed
     */
    public void check() {
        refuse(optimizer, "--optimizer");
        refuse(learningRate, "--learning-rate");
        refuse(momentum, "--momentum");
        refuse(batch, "--batch");
        refuse(epochs, "--epochs");
        refuse(loss, "--loss");
        optimizer();
        loss();
    }

    private void refuse(Object given, String option) {
        if (given != null && !asked()) {
            throw new InputException(option + ": allowed only with --descend");
        }
    }

    private Optimizer optimizer() {
        return optimizer == null
                ? Optimizer.GD
                : OptionNames.optimizer(Choice.of("--optimizer", optimizer, OptionNames.OPTIMIZERS));
    }

    private SampleLoss loss() {
        return loss == null
                ? SampleLoss.LOGISTIC
                : SampleLoss.valueOf(Choice.of("--loss", loss, LOSSES).toUpperCase(Locale.ROOT));
    }

    /**
     * The descent for one training set.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public LearningDescent descent(
            LearningProblem problem,
            Perceptron network,
            List<Integer> samples,
            SamplerOptions sampling,
            long seed,
            BooleanSupplier stop) {
        LearningDescent descent = LearningDescent.of(problem, network)
                // Nothing is learned from no sample.
                .samples(samples.stream()
                        .mapToInt(Integer::intValue)
                        .filter(n -> n > 0)
                        .toArray())
                .runs(runs)
                .loss(loss())
                .optimizer(optimizer(), learningRate == null ? 0.5 : learningRate, momentum == null ? 0 : momentum)
                .seed(seed)
                .backend(sampling.backend())
                .cancelWhen(stop);
        descent = batch == null ? descent : descent.batch(batch);
        descent = epochs == null ? descent : descent.epochs(epochs);
        OptionalInt threads = sampling.threads();
        return threads.isPresent() ? descent.threads(threads.getAsInt()) : descent;
    }
}
