package org.guesscheck.gnc.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Maps of the same places, in rows of two, under one heading.
 *
 * @param title the heading
 * @param lines what was asked, and what the marks mean
 * @param maps one or more, all of the same size
 */
public record HeatMaps(String title, List<String> lines, List<HeatMap> maps) implements Drawing {
    private static final double CELL_WIDTH = 56;
    private static final double CELL_HEIGHT = 25;

    /** Of all cells beside each other, so that the largest map is still a figure. */
    private static final double MOST_ACROSS = 1600;

    private static final double MOST_UP = 1000;
    private static final int LEAST_ACROSS = 260;
    private static final int LEFT = 62;
    private static final int RIGHT = 14;
    private static final int ABOVE = 30;
    private static final int BELOW = 46;
    private static final int LINE = 17;
    private static final int HEADING = 34;
    private static final Font LARGE = new Font(Fonts.FAMILY, Font.BOLD, 16);
    private static final Font BOLD = new Font(Fonts.FAMILY, Font.BOLD, 13);
    private static final Font PLAIN = new Font(Fonts.FAMILY, Font.PLAIN, 12);
    private static final Font NUMBER = new Font(Fonts.FAMILY, Font.PLAIN, 11);
    private static final Color EMPTY = new Color(0xe8e8e8);
    private static final Color MARK = new Color(0xd95f02);
    private static final double MARK_SIZE = 9;

    /** The room between a text and the sides of its cell. */
    private static final int ROOM = 3;

    /** Keeps copies. */
    public HeatMaps {
        lines = List.copyOf(lines);
        maps = List.copyOf(maps);
    }

    @Override
    public int width() {
        return columns() * panelWidth() + RIGHT;
    }

    @Override
    public int height() {
        int rows = (maps.size() + columns() - 1) / columns();
        return HEADING + lines.size() * LINE + rows * panelHeight();
    }

    @Override
    public void draw(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, width(), height()));
        g.setColor(Color.BLACK);
        double middle = width() / 2.0;
        centred(g, LARGE, title, middle, HEADING - 12);
        for (int i = 0; i < lines.size(); i++) {
            fitted(g, lines.get(i), middle, HEADING + 2 + i * LINE);
        }
        for (int i = 0; i < maps.size(); i++) {
            double x = i % columns() * panelWidth();
            double y = HEADING + lines.size() * LINE + i / columns() * panelHeight();
            panel(g, maps.get(i), x + LEFT, y + ABOVE);
        }
    }

    private int columns() {
        return Math.min(2, maps.size());
    }

    private int across() {
        return maps.getFirst().across().values().size();
    }

    private int up() {
        return maps.getFirst().up().values().size();
    }

    private double cellWidth() {
        return Math.min(Math.max(CELL_WIDTH, (double) LEAST_ACROSS / across()), MOST_ACROSS / across());
    }

    private double cellHeight() {
        return Math.min(CELL_HEIGHT, MOST_UP / up());
    }

    private int panelWidth() {
        return LEFT + (int) Math.ceil(across() * cellWidth()) + RIGHT;
    }

    private int panelHeight() {
        return ABOVE + (int) Math.ceil(up() * cellHeight()) + BELOW;
    }

    /** A map whose upper left cell has its corner at a place. */
    private void panel(Graphics2D g, HeatMap map, double x, double y) {
        double right = x + across() * cellWidth();
        double bottom = y + up() * cellHeight();
        g.setColor(Color.BLACK);
        centred(g, BOLD, map.title(), (x + right) / 2, y - 9);
        for (int row = 0; row < up(); row++) {
            for (int column = 0; column < across(); column++) {
                Rectangle2D place = new Rectangle2D.Double(
                        x + column * cellWidth(), bottom - (row + 1) * cellHeight(), cellWidth(), cellHeight());
                cell(g, map, map.cells().get(row).get(column), place);
            }
        }
        g.setColor(Color.BLACK);
        labelsAcross(g, map.across(), x, bottom);
        labelsUp(g, map.up(), x, bottom);
    }

    private static void cell(Graphics2D g, HeatMap map, HeatMap.Cell cell, Rectangle2D place) {
        Color ground = Double.isNaN(cell.share()) ? EMPTY : map.shades().at(cell.share());
        g.setColor(ground);
        g.fill(place);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(0.8f));
        g.draw(place);
        g.setColor(Shades.on(ground));
        FontMetrics metrics = g.getFontMetrics(NUMBER);
        if (metrics.stringWidth(cell.text()) <= place.getWidth() - ROOM && place.getHeight() >= metrics.getAscent()) {
            centred(g, NUMBER, cell.text(), place.getCenterX(), place.getCenterY() + 4.5);
        }
        if (cell.marked()) {
            mark(g, place);
        }
    }

    /** A coloured corner with a white edge, which is seen on every ground. */
    private static void mark(Graphics2D g, Rectangle2D place) {
        double size = Math.min(MARK_SIZE, place.getHeight() / 2);
        Path2D corner = new Path2D.Double();
        corner.moveTo(place.getMaxX() - size, place.getMinY());
        corner.lineTo(place.getMaxX(), place.getMinY());
        corner.lineTo(place.getMaxX(), place.getMinY() + size);
        corner.closePath();
        g.setColor(MARK);
        g.fill(corner);
        g.setColor(Color.WHITE);
        g.draw(corner);
    }

    private void labelsAcross(Graphics2D g, HeatMap.Labels labels, double x, double bottom) {
        FontMetrics metrics = g.getFontMetrics(PLAIN);
        double widest =
                labels.values().stream().mapToInt(metrics::stringWidth).max().orElse(0);
        int step = (int) Math.max(1, Math.ceil((widest + ROOM) / cellWidth()));
        for (int i = 0; i < across(); i += step) {
            centred(g, PLAIN, labels.values().get(i), x + (i + 0.5) * cellWidth(), bottom + 15);
        }
        centred(g, PLAIN, labels.name(), x + across() * cellWidth() / 2, bottom + 33);
    }

    private void labelsUp(Graphics2D g, HeatMap.Labels labels, double x, double bottom) {
        FontMetrics metrics = g.getFontMetrics(PLAIN);
        int step = (int) Math.max(1, Math.ceil(metrics.getAscent() / cellHeight()));
        g.setFont(PLAIN);
        for (int i = 0; i < up(); i += step) {
            String text = labels.values().get(i);
            g.drawString(text, (float) (x - 6 - metrics.stringWidth(text)), (float)
                    (bottom - (i + 0.5) * cellHeight() + 4.5));
        }
        AffineTransform before = g.getTransform();
        g.translate(x - LEFT + 16, bottom - up() * cellHeight() / 2);
        g.rotate(-Math.PI / 2);
        centred(g, PLAIN, labels.name(), 0, 0);
        g.setTransform(before);
    }

    /** A line in a smaller font where it is wider than the figure. */
    private void fitted(Graphics2D g, String text, double x, double baseline) {
        double wide = g.getFontMetrics(PLAIN).stringWidth(text) / (double) (width() - 2 * RIGHT);
        centred(g, wide > 1 ? PLAIN.deriveFont((float) (PLAIN.getSize() / wide)) : PLAIN, text, x, baseline);
    }

    private static void centred(Graphics2D g, Font font, String text, double x, double baseline) {
        g.setFont(font);
        g.drawString(text, (float) (x - g.getFontMetrics().stringWidth(text) / 2.0), (float) baseline);
    }
}
