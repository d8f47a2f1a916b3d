package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/**
 * What a learning curve of gradient descent depends on beside problem and network.
 *
 * @param samples numbers of training samples, rising
 * @param runs networks trained at each
 * @param loss what is lowered
 * @param steps how steps are made of gradients
 * @param batch samples of a batch at most
 * @param epochs epochs of a run at most
 * @param seed of weights and orders
 */
record LearningDescentSettings(
        List<Integer> samples, int runs, SampleLoss loss, StepRule steps, int batch, int epochs, long seed) {
    /** How many groups of 16 runs there are at each number of samples. */
    int groups() {
        return Math.ceilDiv(runs, Question.LANES);
    }

    /** How many groups there are in all. */
    int pieces() {
        return Math.multiplyExact(samples.size(), groups());
    }

    void write(PartOutput out) {
        out.putCount(samples.size());
        samples.forEach(out::putCount);
        out.putCount(runs).putText(loss.name());
        steps.write(out);
        out.putCount(batch).putCount(epochs).putLong(seed);
    }

    static LearningDescentSettings read(PartInput in) {
        List<Integer> samples = new ArrayList<>();
        for (int more = in.nextCount(1); more > 0; more--) {
            samples.add((int) in.nextCount());
        }
        int runs = (int) in.nextCount();
        SampleLoss loss = loss(in.nextText());
        StepRule steps = StepRule.read(in);
        return new LearningDescentSettings(
                List.copyOf(samples), runs, loss, steps, (int) in.nextCount(), (int) in.nextCount(), in.nextLong());
    }

    private static SampleLoss loss(String name) {
        try {
            return SampleLoss.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new PartException("a loss that this program does not know: " + name.toLowerCase(Locale.ROOT));
        }
    }
}
