package org.guesscheck.core.descent;

import java.util.Objects;
import org.guesscheck.core.kernel.descent.Direction;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/**
 * How weights are changed by their gradient. Immutable.
 *
 * @param optimizer the optimizer
 * @param learningRate finite and above 0
 * @param momentum 0 up to, but not including, 1
 * @param ignoreMomentum whether steps are taken along the gradient whatever the momentum is
 */
record StepRule(Optimizer optimizer, double learningRate, double momentum, boolean ignoreMomentum) {
    /** The width experiment's. */
    static final StepRule DEFAULTS = new StepRule(Optimizer.GROUP_RMSPROP, 1e-4, 0, false);

    StepRule optimizer(Optimizer value) {
        Objects.requireNonNull(value, "optimizer");
        return new StepRule(value, learningRate, momentum, ignoreMomentum);
    }

    StepRule learningRate(double value) {
        Ranges.require(value > 0 && value < Double.POSITIVE_INFINITY, "learningRate", value, "a finite number above 0");
        return new StepRule(optimizer, value, momentum, ignoreMomentum);
    }

    StepRule momentum(double value) {
        Ranges.require(value >= 0 && value < 1, "momentum", value, "0 up to, but not including, 1");
        return new StepRule(optimizer, learningRate, value, ignoreMomentum);
    }

    StepRule ignoreMomentum(boolean value) {
        return new StepRule(optimizer, learningRate, momentum, value);
    }

    /** The momentum of the steps. */
    double effectiveMomentum() {
        return ignoreMomentum ? 0 : momentum;
    }

    /** The direction of the steps. With momentum 0 there is no buffer, and steps go along the gradient itself. Adam with momentum is refused. */
    Direction direction() {
        if (optimizer == Optimizer.ADAM) {
            Ranges.require(effectiveMomentum() == 0, "momentum", effectiveMomentum(), "with the optimizer ADAM 0");
            return Direction.ADAM;
        }
        return effectiveMomentum() == 0 ? Direction.GRADIENT : Direction.MOMENTUM;
    }

    void write(PartOutput out) {
        out.putText(optimizer.name())
                .putDouble(learningRate)
                .putDouble(momentum)
                .putFlag(ignoreMomentum);
    }

    /** Reads what {@link #write} wrote. */
    static StepRule read(PartInput in) {
        try {
            return new StepRule(Optimizer.valueOf(in.nextText()), in.nextDouble(), in.nextDouble(), in.nextFlag());
        } catch (PartException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new PartException("an optimizer that this program does not know: " + e.getMessage());
        }
    }
}
