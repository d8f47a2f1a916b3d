package org.guesscheck.bench.suite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.learning.GuessKernel;
import org.guesscheck.core.kernel.learning.TrainingSet;
import org.guesscheck.core.network.Perceptron;

/** Guesses of perceptrons that end at their first wrong sample, for one thread of a backend. */
public final class LearningWork {
    private static final int SAMPLES = 16;

    /** Features of a picture of 14 x 14 pixels. */
    private static final int FEATURES = 196;

    private static final double DISTANCE = 3;
    private static final int DRAWN = 64;
    private static final int COMPARED = 8;

    /** A network that is drawn by weights above its first layer. */
    public static final List<Integer> SMALL = List.of(20, 10, 5, 2);

    /** A network whose second layer is drawn by samples. */
    public static final List<Integer> WIDE = List.of(256, 256, 2);

    private final GuessKernel kernel;
    private final int[] right = new int[Question.LANES];
    private long group;

    private LearningWork(Backend backend, List<Integer> layers) {
        LearningProblem problem =
                LearningProblem.split(SyntheticSamples.mixture(FEATURES, 2, DISTANCE, DRAWN, 1), SAMPLES, 1);
        Samples train = problem.train();
        Perceptron network =
                Perceptron.relu(layers.stream().mapToInt(Integer::intValue).toArray());
        kernel = new GuessKernel(new TrainingSet(network, train.rows(), train.labels(), Fit.RIGHT, false), backend);
    }

    /**
     * New work that has guessed some networks as the scalar backend does.
     *
     * @param layers units of each layer, 2 of the last
     * @throws IllegalStateException if it has not
     */
    public static LearningWork checked(Backend backend, List<Integer> layers) {
        LearningWork work = new LearningWork(backend, layers);
        LearningWork scalar = new LearningWork(Backends.named("scalar"), layers);
        for (int i = 0; i < COMPARED; i++) {
            work.guess();
            scalar.guess();
            if (!Arrays.equals(work.right, scalar.right)) {
                throw new IllegalStateException("backend " + backend.name() + " guesses other networks than scalar");
            }
        }
        return work;
    }

    /** Draws the next 16 networks and returns how many samples each has right before its first wrong one. */
    public int[] guess() {
        kernel.guess(1, group++, right);
        return right;
    }

    /** The name of layers in those of figures, such as 20-10-5-2. */
    static String name(List<Integer> layers) {
        return layers.stream().map(Object::toString).collect(Collectors.joining("-"));
    }
}
