package org.guesscheck.gnc.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.guesscheck.core.problem.Problem;

/** A completion problem as grey pictures side by side: observed entries on black, the predicted matrix, the ground truth. */
final class CompletionPicture {
    private static final int GAP = 8;

    private CompletionPicture() {}

    /** Whether an image can hold the panels: its pixels are the bytes of one array. */
    static boolean fits(Problem problem) {
        long width = panels(problem) * ((long) problem.cols() + GAP);
        return width * problem.rows() <= Problem.MOST_ENTRIES;
    }

    private static int panels(Problem problem) {
        return problem.groundTruth().isPresent() ? 3 : 2;
    }

    static void write(Problem problem, float[] predicted, OutputStream out) throws IOException {
        int rows = problem.rows();
        int cols = problem.cols();
        int[] positions = problem.train().positions().orElseThrow();
        double[] targets = problem.train().targets();
        double[] truth = problem.groundTruth().orElse(null);
        double[] shades = truth == null ? targets : truth;
        Greys greys = new Greys(
                Arrays.stream(shades).min().orElse(0),
                Arrays.stream(shades).max().orElse(1));
        int panels = panels(problem);
        BufferedImage image = new BufferedImage(panels * cols + (panels - 1) * GAP, rows, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < positions.length; i++) {
            set(image, 0, positions[i], cols, greys.of(targets[i]));
        }
        for (int e = 0; e < predicted.length; e++) {
            set(image, cols + GAP, e, cols, greys.of(predicted[e]));
            if (truth != null) {
                set(image, 2 * (cols + GAP), e, cols, greys.of(truth[e]));
            }
        }
        ImageIO.write(image, "png", out);
    }

    /**
     * Sets an entry of the panel that begins at a column. The grey is written as a raw byte: as RGB it would be converted to the
     * other curve of the grey colour space.
     */
    private static void set(BufferedImage image, int left, int position, int cols, int grey) {
        image.getRaster().setSample(left + position % cols, position / cols, 0, grey);
    }

    /** The greys between two values, the lower one black and the higher one white. */
    private record Greys(double low, double high) {
        int of(double value) {
            double share = high > low ? (value - low) / (high - low) : 0;
            return (int) Math.round(255 * Math.clamp(share, 0.0, 1.0));
        }
    }
}
