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

    /** Whether an image can hold the panels; there are as many bytes as pixels, and an array of them. */
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
        double low = Arrays.stream(shades).min().orElse(0);
        double high = Arrays.stream(shades).max().orElse(1);
        int panels = panels(problem);
        BufferedImage image = new BufferedImage(panels * cols + (panels - 1) * GAP, rows, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < positions.length; i++) {
            set(image, positions[i], cols, 0, targets[i], low, high);
        }
        for (int e = 0; e < predicted.length; e++) {
            set(image, e, cols, cols + GAP, predicted[e], low, high);
            if (truth != null) {
                set(image, e, cols, 2 * (cols + GAP), truth[e], low, high);
            }
        }
        ImageIO.write(image, "png", out);
    }

    /** Raw grey bytes: RGB would be converted to the grey colour space's other curve. */
    private static void set(
            BufferedImage image, int position, int cols, int left, double value, double low, double high) {
        double share = high > low ? (value - low) / (high - low) : 0;
        int grey = (int) Math.round(255 * Math.clamp(share, 0.0, 1.0));
        image.getRaster().setSample(left + position % cols, position / cols, 0, grey);
    }
}
