package org.guesscheck.core.sampler.learning;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.learning.TestKernel;
import org.guesscheck.core.kernel.learning.TrainingSet;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.posterior.Diagnostics;

/**
 * Which learning curve is asked for; immutable.
 *
 * @param problem training and test samples
 * @param network the perceptron
 * @param tested numbers of training samples at which networks are tested, rising, 0 for those of the prior; empty for none
 * @param seed seed of all draws
 * @param kept how many accepted networks are kept at the largest tested number of samples at most; 0 for none
 */
public record LearningTask(LearningProblem problem, Perceptron network, List<Integer> tested, long seed, int kept) {
    /** Networks that are kept at most. */
    public static final int MOST_KEPT = 1 << 20;

    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException if the network has not an output for each class, or one for two classes, or a tested number of
     *     samples is not among those of the training set, or the number of kept networks is out of range
     */
    public LearningTask {
        tested = List.copyOf(new TreeSet<>(tested));
        int classes = problem.classes();
        if (network.outputs() != classes && !(network.outputs() == 1 && classes == 2)) {
            throw new IllegalArgumentException("layers: " + network.outputs() + " outputs for " + classes + " classes; "
                    + (classes == 2 ? "1 or 2 outputs are" : classes + " outputs are") + " allowed");
        }
        if (kept < 0 || kept > MOST_KEPT) {
            throw new IllegalArgumentException("keep: " + kept + "; 0 to " + MOST_KEPT + " is allowed");
        }
        int samples = problem.train().count();
        if (tested.stream().anyMatch(n -> n < 0 || n > samples)) {
            throw new IllegalArgumentException("samples: "
                    + tested.stream().map(Object::toString).collect(Collectors.joining(","))
                    + "; numbers from 0 to " + samples + ", the size of the training set, are allowed");
        }
    }

    /**
     * Powers of two up to a number of samples, and that number.
     *
     * @param samples at least 1
     * @return numbers at which a curve is tested by default, rising
     */
    public static List<Integer> doublings(int samples) {
        TreeSet<Integer> points = new TreeSet<>(List.of(samples));
        for (long n = 1; n < samples; n *= 2) {
            points.add((int) n);
        }
        return List.copyOf(points);
    }

    /** The place of the largest tested number of samples from 1 on; -1 if there is none. */
    int last() {
        return tested.isEmpty() || tested.getLast() == 0 ? -1 : tested.size() - 1;
    }

    /** Says so where several training samples are all of one class, which a network may have right without telling classes apart. */
    void noteOneClass(Diagnostics.Builder diagnostics) {
        Samples train = problem.train();
        if (samples() > 1 && IntStream.range(1, samples()).allMatch(r -> train.label(r) == train.label(0))) {
            diagnostics.note("all " + samples() + " training samples are of one class");
        }
    }

    /** How many training samples there are. */
    int samples() {
        return problem.train().count();
    }

    /** The training samples, prepared. */
    TrainingSet set(boolean byWeights) {
        return new TrainingSet(network, problem.train().rows(), problem.train().labels(), problem.fit(), byWeights);
    }

    /** Tests on a thread's own memory. */
    TestKernel tests(TrainingSet set, Backend backend) {
        return new TestKernel(set, problem.test().rows(), problem.test().labels(), backend);
    }

    /** The backend of a name; the one that is fast from its first call for {@code auto}. */
    static Backend backend(String name) {
        return name.equals("auto") ? Backends.ready() : Backends.named(name);
    }
}
