package org.guesscheck.gnc.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guesscheck.core.descent.LossPoint;

/** The losses of one run against its epochs as CSV; a loss that is not finite is empty. */
final class LossCurve {
    private LossCurve() {}

    static void write(List<LossPoint> points, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord("epoch", "train_loss", "generalization_loss");
            for (LossPoint point : points) {
                csv.writeRecord(
                        Integer.toString(point.epoch()), text(point.trainLoss()), text(point.generalizationLoss()));
            }
        }
    }

    private static String text(double loss) {
        return Double.isFinite(loss) ? Double.toString(loss) : "";
    }
}
