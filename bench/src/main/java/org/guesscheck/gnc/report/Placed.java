package org.guesscheck.gnc.report;

/**
 * A panel of a page.
 *
 * @param directory the name that tells its result directory from the others of the page
 * @param panel what a sweep left
 */
record Placed(String directory, PanelResult panel) {}
