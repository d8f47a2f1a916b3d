package org.guesscheck.core.sampler.learning;

import java.util.Arrays;
import java.util.List;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;

/** What some consecutive draws found. */
final class GuessClaim {
    private final List<Integer> tested;
    private final int most;

    /** How many draws fitted exactly so many samples before one that they did not. */
    final long[] exactly;

    /** For each tested number of samples the first draws that have them right. */
    final long[][] accepted;

    /** How many of these there are. */
    final int[] kept;

    GuessClaim(int samples, List<Integer> tested, int most) {
        this.tested = tested;
        this.most = most;
        exactly = new long[samples + 1];
        accepted = new long[tested.size()][16];
        kept = new int[tested.size()];
    }

    /** Adds the next draw, which fits so many samples. */
    void add(long draw, int right) {
        exactly[right]++;
        for (int p = 0; p < kept.length && tested.get(p) <= right; p++) {
            keep(p, draw);
        }
    }

    /** Adds what the draws that follow found. */
    void add(GuessClaim next) {
        for (int n = 0; n < exactly.length; n++) {
            exactly[n] += next.exactly[n];
        }
        for (int p = 0; p < kept.length; p++) {
            for (int i = 0; i < next.kept[p]; i++) {
                keep(p, next.accepted[p][i]);
            }
        }
    }

    /** Keeps a draw, unless there are enough. */
    private void keep(int point, long draw) {
        if (kept[point] == most) {
            return;
        }
        if (kept[point] == accepted[point].length) {
            accepted[point] = Arrays.copyOf(accepted[point], 2 * kept[point]);
        }
        accepted[point][kept[point]++] = draw;
    }

    /** How many draws fit at least so many samples. */
    long atLeast(int samples) {
        long sum = 0;
        for (int n = samples; n < exactly.length; n++) {
            sum += exactly[n];
        }
        return sum;
    }

    /** Writes counts, and accepted draws as distances from the ones before them. */
    void write(PartOutput out) {
        for (long count : exactly) {
            out.putCount(count);
        }
        for (int p = 0; p < kept.length; p++) {
            out.putCount(kept[p]);
            long before = 0;
            for (int i = 0; i < kept[p]; i++) {
                out.putCount(accepted[p][i] - before);
                before = accepted[p][i];
            }
        }
    }

    /** Adds what {@link #write} wrote. */
    void read(PartInput in) {
        for (int n = 0; n < exactly.length; n++) {
            exactly[n] += in.nextCount();
        }
        for (int p = 0; p < kept.length; p++) {
            long draw = 0;
            for (int more = in.nextCount(1); more > 0; more--) {
                draw += in.nextCount();
                keep(p, draw);
            }
        }
    }
}
