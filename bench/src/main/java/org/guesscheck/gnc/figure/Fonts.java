package org.guesscheck.gnc.figure;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** The fonts that figures need. Whether there are any shows when a JVM first draws text. */
public final class Fonts {
    /** The family that figures ask for. */
    public static final String FAMILY = Font.SANS_SERIF;

    private Fonts() {}

    /** Why no figure can be drawn here, in one sentence that says what to install; empty if figures can be drawn. */
    public static String whyNot() {
        return whyNot(Fonts::drawText);
    }

    /** The same with another way to draw text. */
    static String whyNot(Runnable drawing) {
        try {
            drawing.run();
            return "";
        } catch (RuntimeException | LinkageError | AWTError | InternalError e) {
            return sentence(e);
        } catch (Error e) {
            // Parts of the JDK throw Error itself. Its other subclasses, such as lack of memory, have another cause.
            if (e.getClass() != Error.class) {
                throw e;
            }
            return sentence(e);
        }
    }

    private static String sentence(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String remedy = e instanceof AWTError
                ? "start the JVM with -Djava.awt.headless=true, since it looks for a display"
                : "install fontconfig and a font (Debian and Ubuntu: fontconfig fonts-dejavu-core; Fedora: fontconfig"
                        + " dejavu-sans-fonts)";
        return "figures can't be drawn, since no text can (" + message + "): " + remedy;
    }

    private static void drawText() {
        Graphics2D graphics = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            for (int style : new int[] {Font.PLAIN, Font.BOLD}) {
                graphics.setFont(new Font(FAMILY, style, 12));
                graphics.drawString("0", 0, 12);
            }
        } finally {
            graphics.dispose();
        }
    }
}
