package org.guesscheck.gnc.sweep;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.gnc.config.SweepConfig;

/**
 * What guess and check has answered so far, for the panels that follow. Panels that differ in gradient descent alone, such as
 * the paper's figures 1 and 3, ask it the same, and an answer depends on nothing but the question.
 *
 * <p>May be used by several threads.
 */
public final class Answers {
    /** All that decides a posterior. Backend and threads do not, and are those of the command. */
    private record Question(
            int rows,
            int cols,
            int rank,
            boolean completion,
            int measurements,
            long problemSeed,
            Network network,
            double eps,
            long draws,
            long drawsSeed,
            String sampler,
            double relativeError,
            boolean reduces) {}

    private final Map<Question, Posterior> known = new ConcurrentHashMap<>();

    /** None yet. */
    public Answers() {}

    /** The answer to what a panel asks in a trial at the index of a width or depth, if it was asked before. */
    Optional<Posterior> find(SweepConfig panel, int trial, int index) {
        return Optional.ofNullable(known.get(question(panel, trial, index)));
    }

    /** Keeps an answer. */
    void keep(SweepConfig panel, int trial, int index, Posterior posterior) {
        known.put(question(panel, trial, index), posterior);
    }

    private static Question question(SweepConfig panel, int trial, int index) {
        return new Question(
                panel.rows(),
                panel.cols(),
                panel.rank(),
                panel.completion(),
                panel.measurements(),
                Seeds.problemSeed(panel, trial),
                panel.network(index),
                panel.eps(),
                panel.draws(),
                Seeds.draws(panel, trial, index),
                panel.sampler(),
                panel.relativeError(),
                panel.reduces(index));
    }
}
