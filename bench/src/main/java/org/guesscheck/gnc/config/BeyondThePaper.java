package org.guesscheck.gnc.config;

import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.sampler.AutoSampler;

/** Sweeps that rejection can't run on any computer: wider networks and larger matrices than the paper's. */
final class BeyondThePaper {
    private BeyondThePaper() {}

    static List<SweepConfig> panels() {
        return List.of(wide(), larger(10, 60, 0.004), larger(20, 100, 0.0015));
    }

    /** The paper's first figure, 60 times wider. */
    private static SweepConfig wide() {
        return new SweepConfig(
                "beyond-widths",
                SweepKind.WIDTH,
                List.of(5, 20, 80, 320, 1250, 5000, 10_000),
                2,
                5,
                5,
                1,
                false,
                15,
                4,
                1_000_000_000,
                0.02,
                Prior.GAUSSIAN,
                false,
                1e-6,
                Activation.Kind.LINEAR,
                0.2,
                List.of(1e-4),
                20_000,
                List.of(1e-3),
                0,
                1,
                AutoSampler.NAME,
                0.01,
                false);
    }

    /**
     * Depth on square matrices of other sizes. The zero matrix has a training loss near 1 / size^2 there, so the threshold is a
     * share of that, as it is in the paper.
     */
    private static SweepConfig larger(int size, int measurements, double eps) {
        return new SweepConfig(
                "beyond-" + size + "x" + size,
                SweepKind.DEPTH,
                List.of(2, 3, 4, 6),
                size,
                size,
                size,
                1,
                false,
                measurements,
                4,
                1_000_000_000,
                eps,
                Prior.GAUSSIAN,
                true,
                1e-6,
                Activation.Kind.LINEAR,
                0.2,
                List.of(0.01),
                20_000,
                List.of(0.001, 0.001, 0.1, 0.1),
                0,
                1,
                AutoSampler.NAME,
                0.05,
                false);
    }
}
