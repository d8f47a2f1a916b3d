package org.guesscheck.gnc.study;

import java.util.List;
import java.util.Optional;

/** All studies. */
public final class Studies {
    private static final List<Study> ALL = List.of(
            new EpsStudy(),
            new DistributionStudy(),
            new RankStudy(),
            new SpectrumStudy(),
            new CostStudy(false),
            new CostStudy(true),
            new EqualLossStudy());

    private Studies() {}

    /** All studies, in the order of the list of presets. */
    public static List<Study> all() {
        return ALL;
    }

    /** The study with the given name. */
    public static Optional<Study> named(String name) {
        return ALL.stream().filter(study -> study.name().equals(name)).findFirst();
    }
}
