package org.guesscheck.gnc.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the figure shows a sweep. */
public enum FigureKind {
    /** Curves against the first axis; of two axes, a curve for each value of the second. */
    CURVES,

    /** Heat maps of two axes. */
    MAPS,

    /** Curves against the second axis's value over the first's, a curve for each value of the first. */
    RATIO;

    /** All labels, as they are allowed in a file. */
    static final List<String> LABELS =
            Arrays.stream(values()).map(FigureKind::label).toList();

    static FigureKind labelled(String label) {
        return values()[LABELS.indexOf(label)];
    }

    /** The kind for a number of axes where a config names none. */
    static FigureKind usual(int axes) {
        return axes == 1 ? CURVES : MAPS;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
