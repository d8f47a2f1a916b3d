package org.guesscheck.gnc.report;

import org.guesscheck.gnc.page.Html;

/** The head and the cells of a table that the page's scripts sort by any column. For one thread. */
final class SortedTable {
    private final Html html;
    private int columns;

    SortedTable(Html html) {
        this.html = html;
    }

    /** A heading of the next column. */
    SortedTable heading(String text) {
        return heading(text, 1);
    }

    /** A heading of the next column that is so many rows high. */
    SortedTable heading(String text, int rows) {
        html.add(
                rows == 1
                        ? "<th scope=\"col\" data-column=\"{}\">{}</th>"
                        : "<th scope=\"col\" rowspan=\"2\" data-column=\"{}\">{}</th>",
                columns++,
                text);
        return this;
    }

    /** A heading of the next column, which has texts. */
    SortedTable textHeading(String text) {
        html.add("<th scope=\"col\" class=\"text\" data-column=\"{}\">{}</th>", columns++, text);
        return this;
    }

    /** Leaves columns out, whose headings come with another row. */
    SortedTable skip(int count) {
        columns += count;
        return this;
    }

    /** Goes back to a column. */
    SortedTable back(int column) {
        columns = column;
        return this;
    }

    /** How many columns have a heading. */
    int columns() {
        return columns;
    }

    /** A cell that stands for a number; one that is not finite comes last. */
    static void number(Html html, double value, String text) {
        html.add("<td data-value=\"{}\">{}</td>", value(value), text);
    }

    /** A cell that stands for a number, with more about it, which may stand on another line. */
    static void number(Html html, double value, String text, String more) {
        html.add("<td data-value=\"{}\">{} <span class=\"whole\">{}</span></td>", value(value), text, more);
    }

    /** A cell that stands for a number, and tells of something wrong. */
    static void doubt(Html html, double value, String text) {
        html.add("<td class=\"doubt\" data-value=\"{}\">⚠ {}</td>", value(value), text);
    }

    private static String value(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
