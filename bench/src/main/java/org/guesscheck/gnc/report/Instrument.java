package org.guesscheck.gnc.report;

/** The scripts that make figures interactive. */
final class Instrument {
    /** Their files, in an order in which each finds what it needs. */
    static final String[] SCRIPTS = {
        "elements.js",
        "figures.js",
        "quartiles.js",
        "quantities.js",
        "curves.js",
        "ticks.js",
        "marks.js",
        "tip.js",
        "details.js",
        "legend.js",
        "chart.js",
        "keys.js",
        "shades.js",
        "map.js",
        "trials.js",
        "curve-figure.js",
        "map-figure.js",
        "instrument.js"
    };

    private Instrument() {}
}
