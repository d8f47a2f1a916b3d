package org.guesscheck.gnc.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.guesscheck.core.descent.Ending;
import org.guesscheck.core.descent.EnsembleRun;
import org.guesscheck.gnc.json.EnsembleResult;

/**
 * The runs of an ensemble as CSV, one row each. The losses of a run that diverged are empty, and {@code ending} says so. Without a training
 * loss to reach, {@code reached} is empty.
 */
final class RunsCsv {
    private RunsCsv() {}

    /** Writes the table; runs are counted from 0, in the order of their seeds. */
    static void write(EnsembleResult result, OutputStream out) throws IOException {
        boolean stops = result.stopAt().isPresent();
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord("run", "seed", "epochs", "trainLoss", "generalizationLoss", "reached", "ending");
            for (EnsembleRun run : result.outcome().runs()) {
                boolean diverged = run.ending() == Ending.DIVERGED;
                csv.writeRecord(
                        Long.toString(run.seed() - result.seed()),
                        Long.toString(run.seed()),
                        Integer.toString(run.end().epoch()),
                        diverged ? "" : Double.toString(run.end().trainLoss()),
                        diverged ? "" : Double.toString(run.end().generalizationLoss()),
                        stops ? Boolean.toString(run.ending() == Ending.REACHED) : "",
                        run.ending().name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
