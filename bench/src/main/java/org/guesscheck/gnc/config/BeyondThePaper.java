package org.guesscheck.gnc.config;

import java.util.List;

/** Sweeps that rejection can't run on any computer: wider networks and larger matrices than the paper's. */
final class BeyondThePaper {
    private BeyondThePaper() {}

    static List<SweepConfig> panels() {
        return List.of(wide(), larger(10, 60, 0.004), larger(20, 100, 0.0015));
    }

    /** The paper's first figure, 60 times wider. */
    private static SweepConfig wide() {
        return PaperPanels.WIDTHS
                .title("beyond-widths")
                .axis(Axis.of(SweptField.WIDTH, 5, 20, 80, 320, 1250, 5000, 10_000))
                .trials(4)
                .guess(g -> g.draws(1_000_000_000).relativeError(0.01))
                .descent(d -> d.epochs(20_000));
    }

    /**
     * Depth on square matrices of other sizes. The zero matrix has a training loss near 1 / size^2 there, so the threshold is a
     * share of that, as it is in the paper.
     */
    private static SweepConfig larger(int size, int measurements, double eps) {
        return PaperPanels.DEPTHS
                .title("beyond-" + size + "x" + size)
                .problem(p -> p.size(size).measurements(measurements))
                .network(n -> n.width(size))
                .axis(Axis.of(SweptField.DEPTH, 2, 3, 4, 6))
                .trials(4)
                .guess(g -> g.eps(eps).relativeError(0.05))
                .descent(d -> d.initScales(0.001, 0.001, 0.1, 0.1));
    }
}
