package org.guesscheck.gnc.options;

import java.util.OptionalDouble;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.config.OptionNames;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** How gradient descent runs: its steps, its initial weights, and the training loss that ends it. */
public final class DescentOptions {
    private static final String POSITIVE = "a finite number above 0 is allowed";
    private static final String SMALL = "allowed only for runs of fewer than 2^24 multiplications in a forward pass";

    @Option(names = "--lr", defaultValue = "1e-4", paramLabel = "X", description = "Learning rate (${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(names = "--epochs", defaultValue = "100000", paramLabel = "N", description = "Steps (${DEFAULT-VALUE}).")
    private long epochs;

    @Option(
            names = "--init-scale",
            defaultValue = "1e-3",
            paramLabel = "X",
            description = "Factor of the initial weights (${DEFAULT-VALUE}).")
    private double initScale;

    @Option(names = "--momentum", defaultValue = "0", paramLabel = "X", description = "Momentum (${DEFAULT-VALUE}).")
    private double momentum;

    @Option(
            names = "--ignore-momentum",
            description = "Compute momentum and step without it, as the paper's code does.")
    private boolean ignoreMomentum;

    @Option(
            names = "--optimizer",
            defaultValue = "group-rmsprop",
            completionCandidates = Allowed.Optimizers.class,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Measurements that a step sees, in a random order that is drawn anew after each pass (all).")
    private Integer batch;

    @Option(
            names = "--stop-at",
            paramLabel = "E",
            description = "End a run at the first epoch, 0 included, whose training loss is below E.")
    private Double stopAt;

    /**
     * Checks all that can be checked before the problem is known.
     *
     * @throws InputException if an option is not allowed
     */
    public void check() {
        Optimizer named = optimizer();
        require(positive(learningRate), "--lr " + learningRate, POSITIVE);
        require(
                epochs >= 1 && epochs <= Integer.MAX_VALUE,
                "--epochs " + epochs,
                "1 to " + Integer.MAX_VALUE + " is allowed");
        require(positive(initScale), "--init-scale " + initScale, POSITIVE);
        require(momentum >= 0 && momentum < 1, "--momentum " + momentum, "0 up to, but not including, 1 is allowed");
        require(
                named != Optimizer.ADAM || momentum == 0,
                "--momentum " + momentum,
                "with --optimizer adam, which averages gradients itself, only 0 is allowed");
        require(batch == null || batch >= 1, "--batch " + batch, "1 to the number of measurements is allowed");
        require(stopAt == null || positive(stopAt), "--stop-at " + stopAt, POSITIVE);
    }

    /**
     * Gradient descent with these options, its seed and all else as {@link GradientDescent#of} has them.
     *
     * @throws InputException if an option is not allowed
     */
    public GradientDescent descent(Problem problem, Network network) {
        check();
        GradientDescent descent = GradientDescent.of(problem, network)
                .learningRate(learningRate)
                .epochs((int) epochs)
                .initScale(initScale)
                .momentum(momentum)
                .ignoreMomentum(ignoreMomentum)
                .optimizer(optimizer());
        if (batch != null) {
            int count = problem.train().count();
            require(
                    batch <= count,
                    "--batch " + batch,
                    "1 to " + count + " is allowed, since the problem has " + count + " measurements");
            descent = descent.batch(batch);
        }
        require(!descent.large() || optimizer() != Optimizer.ADAM, "--optimizer " + optimizer, SMALL);
        require(!descent.large() || batch == null, "--batch " + batch, SMALL);
        return stopAt == null ? descent : descent.stopBelow(stopAt);
    }

    /** The training loss below which a run ends; empty if none does. */
    public OptionalDouble stopAt() {
        return stopAt == null ? OptionalDouble.empty() : OptionalDouble.of(stopAt);
    }

    /** The most steps of a run. */
    public int epochs() {
        return (int) epochs;
    }

    private Optimizer optimizer() {
        return OptionNames.optimizer(Choice.of("--optimizer", optimizer, OptionNames.OPTIMIZERS));
    }

    private static boolean positive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static void require(boolean allowed, String option, String range) {
        if (!allowed) {
            throw new InputException(option + ": " + range);
        }
    }
}
