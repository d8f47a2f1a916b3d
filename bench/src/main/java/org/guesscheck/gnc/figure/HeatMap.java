package org.guesscheck.gnc.figure;

import java.util.List;

/**
 * A map of numbers.
 *
 * @param title what the numbers are
 * @param across the horizontal axis
 * @param up the vertical axis, from below
 * @param shades the colours
 * @param cells for each value of {@code up} a list with a cell for each value of {@code across}
 */
public record HeatMap(String title, Labels across, Labels up, Shades shades, List<List<Cell>> cells) {
    /**
     * An axis.
     *
     * @param name what varies
     * @param values its values as text
     */
    public record Labels(String name, List<String> values) {
        /** Keeps a copy. */
        public Labels {
            values = List.copyOf(values);
        }
    }

    /**
     * A cell.
     *
     * @param text the number for people
     * @param share its place between the smallest number, 0, and the largest, 1; NaN where there is none
     * @param marked whether something is wrong with it
     */
    public record Cell(String text, double share, boolean marked) {}

    /** Keeps copies. */
    public HeatMap {
        cells = cells.stream().map(List::copyOf).toList();
    }
}
