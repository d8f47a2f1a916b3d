package org.guesscheck.gnc.json;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guesscheck.core.problem.Measurements;

/** The test of a completion problem whose file gives none: all entries that are not observed. */
public final class UnobservedEntries {
    private UnobservedEntries() {}

    /**
     * The other entries of the ground truth.
     *
     * @param observed positions, counted row by row
     * @return empty if all entries are observed
     */
    public static Optional<Measurements> of(int[] observed, double[] truth) {
        BitSet seen = new BitSet(truth.length);
        for (int position : observed) {
            seen.set(position);
        }
        int[] positions =
                IntStream.range(0, truth.length).filter(e -> !seen.get(e)).toArray();
        return positions.length == 0
                ? Optional.empty()
                : Optional.of(Measurements.entries(
                        truth.length,
                        positions,
                        Arrays.stream(positions).mapToDouble(e -> truth[e]).toArray()));
    }
}
