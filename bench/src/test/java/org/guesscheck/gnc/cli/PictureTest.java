package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.guesscheck.gnc.terminal.Interruption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a problem file with observed pixels to the picture of what gradient descent makes of them. */
class PictureTest {
    private static final int ROWS = 12;
    private static final int COLS = 16;
    private static final int GAP = 8;

    @TempDir
    Path directory;

    /** A picture of rank 1, so that its missing pixels can be known. */
    private static int grey(int row, int col) {
        return (row + 4) * (col + 2);
    }

    /** Two of three pixels. */
    private static boolean observed(int row, int col) {
        return (row + col) % 3 != 0;
    }

    private Path problem() throws IOException {
        StringBuilder entries = new StringBuilder();
        StringBuilder truth = new StringBuilder();
        for (int r = 0; r < ROWS; r++) {
            truth.append(r == 0 ? "[" : ",[");
            for (int c = 0; c < COLS; c++) {
                double value = grey(r, c) / 270.0;
                truth.append(c == 0 ? "" : ",").append(value);
                if (observed(r, c)) {
                    String entry = "[" + r + "," + c + "," + value + "]";
                    entries.append(entries.isEmpty() ? "" : ",").append(entry);
                }
            }
            truth.append("]");
        }
        String text = "{\"rows\":" + ROWS + ",\"cols\":" + COLS + ",\"train\":{\"entries\":[" + entries
                + "]},\"groundTruth\":[" + truth + "]}";
        return Files.writeString(directory.resolve("p.json"), text);
    }

    private static int run(String line) {
        return Gnc.execute(new Interruption(), line.split(" "));
    }

    @Test
    void missingPixelsAreCompleted() throws IOException {
        Path picture = directory.resolve("p.png");
        String network = " --width 8 --depth 3 --lr 0.02 --init-scale 0.1 --epochs 3000 --picture ";
        assertEquals(0, run("descend --problem " + problem() + network + picture));
        BufferedImage image = ImageIO.read(picture.toFile());
        assertEquals(3 * COLS + 2 * GAP, image.getWidth());
        assertEquals(ROWS, image.getHeight());
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLS; c++) {
                int truth = image.getRaster().getSample(2 * (COLS + GAP) + c, r, 0);
                // The darkest pixel, 8, is black and the brightest, 255, is white.
                assertEquals((grey(r, c) - 8) * 255.0 / 247, truth, 0.5 + 1e-9);
                assertEquals(observed(r, c) ? truth : 0, image.getRaster().getSample(c, r, 0));
                assertEquals(truth, image.getRaster().getSample(COLS + GAP + c, r, 0), 8, "row " + r + " column " + c);
            }
        }
    }

    @Test
    void aPictureNeedsObservedEntriesAndADirectory() throws IOException {
        Path picture = Files.createFile(directory.resolve("p.png"));
        assertEquals(2, run("descend --epochs 1 --picture " + picture));
        assertEquals(2, run("descend --epochs 1 --completion --picture " + picture.resolve("below.png")));
        assertEquals(0, Files.size(picture));
    }
}
