package org.guesscheck.gnc.figure;

import java.awt.Graphics2D;

/** A figure of a fixed size, in units of which the bitmap has several pixels. */
public interface Drawing {
    /** The width in units. */
    int width();

    /** The height in units. */
    int height();

    /** Draws it at the origin. */
    void draw(Graphics2D graphics);
}
