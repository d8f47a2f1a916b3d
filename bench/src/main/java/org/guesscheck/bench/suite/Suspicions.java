package org.guesscheck.bench.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Signs of a badly compiled kernel. The Vector API's speed depends on C2's inlining, which may differ from one compilation of the same
 * code to the next. Every round compiles its kernels anew.
 */
final class Suspicions {
    /** A round below this share of the best round is suspicious. */
    private static final double ROUND = 0.75;

    /** A kernel below this share of the rate of narrower vectors, or of another backend, is suspicious. */
    private static final double WIDTH = 0.8;

    /** Bytes for each unit that are more than the clock itself allocates: a boxed vector has 16 bytes or more for 16 draws. */
    private static final double BYTES = 0.5;

    /** With less than this share of the time on a core, the machine was busy, and a low rate is no sign of bad compilation. */
    private static final double BUSY = 0.9;

    private Suspicions() {}

    static List<String> of(List<Case> cases, List<MeasuredRate> figures) {
        List<String> found = new ArrayList<>();
        int busy = 0;
        for (int i = 0; i < figures.size(); i++) {
            MeasuredRate figure = figures.get(i);
            if (figure.cpuShare() < BUSY) {
                busy++;
            } else if (figure.worst() < ROUND * figure.best()) {
                found.add(String.format(
                        Locale.ROOT,
                        "%s: its slowest round reached %.0f%% of its fastest; a badly compiled kernel, or a core that"
                                + " was shared or changed its clock",
                        figure.id(),
                        100 * figure.worst() / figure.best()));
            }
            if (!cases.get(i).allocates() && allocates(figure)) {
                found.add(String.format(
                        Locale.ROOT,
                        "%s: allocates %.3g bytes for each of its %s; a badly compiled kernel",
                        figure.id(),
                        figure.allocatedBytes(),
                        figure.work().unit()));
            }
            anotherIsFaster(figure, figures, found);
        }
        if (busy > 0) {
            found.add(String.format(
                    Locale.ROOT,
                    "other programs kept the cores busy in %d of %d figures, whose rates are too low (cpuShare in the"
                            + " JSON tells which)",
                    busy,
                    figures.size()));
        }
        return found;
    }

    static boolean allocates(MeasuredRate figure) {
        return figure.allocatedBytes() > BYTES;
    }

    private static void anotherIsFaster(MeasuredRate wide, List<MeasuredRate> figures, List<String> found) {
        int dash = wide.id().lastIndexOf("/vector-");
        if (dash < 0 || wide.id().startsWith("peak/") || wide.cpuShare() < BUSY) {
            return;
        }
        int bits = Integer.parseInt(wide.id().substring(dash + "/vector-".length()));
        String prefix = wide.id().substring(0, dash + 1);
        for (MeasuredRate other : figures) {
            boolean comparable = other.id().equals(prefix + "vector-" + bits / 2)
                    || other.id().equals(prefix + "scalar")
                    || other.id().startsWith(prefix + "jni");
            if (comparable && wide.median() < WIDTH * other.median()) {
                found.add(String.format(
                        Locale.ROOT,
                        "%s: only %.0f%% of %s; a badly compiled kernel, or a CPU for which these vectors are too wide",
                        wide.id(),
                        100 * wide.median() / other.median(),
                        other.id()));
            }
        }
    }
}
