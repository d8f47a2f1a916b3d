package org.guesscheck.gnc.arrays;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.guesscheck.core.comparison.ComparisonOutcome;
import org.guesscheck.core.comparison.Distribution;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.npy.NpzWriter;

/**
 * A comparison as arrays: {@code eps}, and for each part, such as {@code guess_and_check}, the arrays {@code guess_and_check_losses}, {@code
 * _weights}, {@code _groups} and {@code _mean_predicted} of its draws or runs.
 */
public final class ComparisonNpz {
    private ComparisonNpz() {}

    /** Writes all parts. */
    public static void write(ComparisonOutcome outcome, Problem problem, OutputStream out) throws IOException {
        try (NpzWriter npz = new NpzWriter(out)) {
            npz.put("eps", new double[] {outcome.eps()});
            for (Distribution distribution : outcome.distributions()) {
                String part = distribution.part().name().toLowerCase(Locale.ROOT);
                PosteriorNpz.write(part + "_", "", distribution.draws(), problem, npz);
            }
        }
    }
}
