package org.guesscheck.gnc.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.gnc.json.Json;

/**
 * How long threads worked for the methods of a panel, by the clock: on a machine with other work, longer than processors did. Results
 * of an earlier run or of another panel count as well.
 *
 * @param guessAndCheck seconds of the samplers, each times its threads
 * @param gradientDescent seconds of gradient descent, with all scales of a ladder that were tried
 */
public record ThreadTime(double guessAndCheck, double gradientDescent) {
    static ThreadTime of(List<Cell> cells) {
        double guess = 0;
        double descent = 0;
        for (Cell cell : cells) {
            if (cell.posterior().isPresent()) {
                Execution execution = cell.posterior().get().execution();
                guess += finite(execution.seconds() * execution.threads());
            }
            descent += finite(cell.descent().map(runs -> runs.seconds()).orElse(0.0));
        }
        return new ThreadTime(guess, descent);
    }

    /** Times are absent from journals that were changed by hand. */
    private static double finite(double seconds) {
        return Double.isFinite(seconds) ? seconds : 0;
    }

    ObjectNode json() {
        return Json.object().put("guessAndCheck", guessAndCheck).put("gradientDescent", gradientDescent);
    }

    /** Both times and the share of the second. */
    public String inWords() {
        double all = guessAndCheck + gradientDescent;
        return String.format(
                Locale.ROOT,
                "time of threads: guess and check %.1f s, gradient descent %.1f s (%.1f%%)",
                guessAndCheck,
                gradientDescent,
                all > 0 ? 100 * gradientDescent / all : 0);
    }
}
