package org.guesscheck.gnc.json;

import java.util.OptionalDouble;
import org.guesscheck.core.descent.EnsembleOutcome;

/**
 * Many runs of gradient descent, as they are reported.
 *
 * @param outcome the runs that were over
 * @param asked how many runs were asked for
 * @param seed of the first run
 * @param stopAt the training loss below which runs end; empty for none
 * @param computedBy name of a backend, or of the library that multiplied
 * @param threads how many could compute
 * @param seconds wall-clock time
 */
public record EnsembleResult(
        EnsembleOutcome outcome,
        int asked,
        long seed,
        OptionalDouble stopAt,
        String computedBy,
        int threads,
        double seconds) {
    /** Steps of all runs a second; those of runs that were not over are not counted. */
    public double epochsPerSecond() {
        return outcome.epochs() / seconds;
    }

    /** How many runs took no step, since their training loss was small enough at the start. */
    public long endedAtStart() {
        return stopAt.isEmpty()
                ? 0
                : outcome.runs().stream().filter(run -> run.end().epoch() == 0).count();
    }
}
