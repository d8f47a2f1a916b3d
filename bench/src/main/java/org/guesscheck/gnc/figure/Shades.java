package org.guesscheck.gnc.figure;

import java.awt.Color;

/** Colours for the numbers of a map. */
public enum Shades {
    /** From light for the smallest to dark for the largest. */
    RISING(0xffffd9, 0xc7e9b4, 0x41b6c4, 0x225ea8, 0x081d58),

    /** White in the middle, blue below and red above. */
    AROUND_THE_MIDDLE(0x2166ac, 0x92c5de, 0xf7f7f7, 0xf4a582, 0xb2182b);

    /** The relative luminance of sRGB below which white text has more contrast than black. */
    private static final double DARK = 0.179;

    private final Color[] anchors;

    Shades(int... rgb) {
        anchors = new Color[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            anchors[i] = new Color(rgb[i]);
        }
    }

    /** The colour of a place between the smallest, 0, and the largest, 1. */
    Color at(double share) {
        double position = Math.clamp(share, 0, 1) * (anchors.length - 1);
        int below = Math.min((int) position, anchors.length - 2);
        double part = position - below;
        Color a = anchors[below];
        Color b = anchors[below + 1];
        return new Color(
                between(a.getRed(), b.getRed(), part),
                between(a.getGreen(), b.getGreen(), part),
                between(a.getBlue(), b.getBlue(), part));
    }

    /** The colour of text on a ground. */
    static Color on(Color ground) {
        double light = 0.2126 * linear(ground.getRed())
                + 0.7152 * linear(ground.getGreen())
                + 0.0722 * linear(ground.getBlue());
        return light < DARK ? Color.WHITE : Color.BLACK;
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int between(int a, int b, double part) {
        return (int) Math.round(a + part * (b - a));
    }
}
