package org.guesscheck.gnc.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.core.comparison.ComparisonOutcome;
import org.guesscheck.core.comparison.Distribution;
import org.guesscheck.core.comparison.LossBins;
import org.guesscheck.gnc.figure.FigureFiles;
import org.guesscheck.gnc.figure.Histograms;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.ComparisonJson;

/** The histograms of a comparison as a figure, and with the quantiles as a table. */
final class ComparisonFiles {
    private ComparisonFiles() {}

    /** Writes the histograms in the format of the file's name. */
    static void figure(Path file, ComparisonOutcome c, String question) throws IOException {
        LossBins bins = c.bins();
        List<Histograms.Histogram> histograms = c.distributions().stream()
                .filter(d -> d.draws().count() > 0)
                .map(d -> new Histograms.Histogram(ComparisonText.name(d.part(), c.eps()), bins.shares(d.draws())))
                .toList();
        FigureFiles.writeFile(
                file,
                Histograms.chart(
                        "guess and check beside gradient descent",
                        List.of(question),
                        new Histograms.Bins("generalization loss", bins.edges(), bins.logarithmic()),
                        histograms));
    }

    /** Writes a row for each bin and each quantile of each part; of a quantile, both ends are its probability. */
    static void csv(Path file, ComparisonOutcome c) throws IOException {
        LossBins bins = c.bins();
        double[] edges = bins.edges();
        AtomicFile.write(file, out -> {
            try (CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord("part", "row", "from", "to", "value");
                for (Distribution d : c.distributions()) {
                    String part = ComparisonJson.name(d.part());
                    double[] shares = bins.shares(d.draws());
                    for (int bin = 0; d.draws().count() > 0 && bin < shares.length; bin++) {
                        csv.writeRecord(part, "bin", "" + edges[bin], "" + edges[bin + 1], "" + shares[bin]);
                    }
                    d.generalizationLoss()
                            .ifPresent(loss -> loss.quantiles()
                                    .forEach((share, value) ->
                                            csv.writeRecord(part, "quantile", "" + share, "" + share, "" + value)));
                }
            }
        });
    }
}
