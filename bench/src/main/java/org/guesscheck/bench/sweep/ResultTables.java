package org.guesscheck.bench.sweep;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.guesscheck.bench.config.Names;
import org.guesscheck.bench.config.SweepConfig;
import org.guesscheck.bench.config.SweepKind;
import org.guesscheck.bench.files.AtomicFile;
import org.guesscheck.core.sampler.GeneralizationLoss;
import org.guesscheck.core.sampler.PriorMean;
import org.guesscheck.core.sampler.ThresholdEstimate;

/** The two tables of a sweep: results.csv with the columns of the paper's code, and the tidy estimates.csv. */
final class ResultTables {
    private static final String[] TIDY = {
        "width",
        "depth",
        "trial",
        "method",
        "eps",
        "mean",
        "standard_error",
        "low",
        "high",
        "accepted",
        "draws",
        "probability",
        "probability_low",
        "probability_high",
        "seconds",
        "sampler",
        "trustworthy"
    };

    private ResultTables() {}

    static void results(Path file, SweepConfig c, List<Cell> cells) throws IOException {
        boolean width = c.sweep() == SweepKind.WIDTH;
        List<String> header = new ArrayList<>(List.of(Names.of(c.sweep())));
        for (int trial = 0; trial < c.trials(); trial++) {
            header.add("gnc_gen_seed=" + trial);
            if (width) {
                header.add("prior_gen_seed=" + trial);
            }
            header.add("gd_gen_seed=" + trial);
        }
        List<List<String>> rows = new ArrayList<>();
        for (int index = 0; index < c.values().size(); index++) {
            List<String> row = new ArrayList<>(List.of(c.values().get(index).toString()));
            for (int trial = 0; trial < c.trials(); trial++) {
                Cell cell = find(cells, trial, index);
                row.add(cell == null ? "" : text(cell.posteriorMean()));
                if (width) {
                    row.add(cell == null ? "" : text(cell.posterior().prior().mean()));
                }
                row.add(cell == null ? "" : text(cell.descent().generalizationLoss()));
            }
            rows.add(row);
        }
        write(file, header, rows);
    }

    static void estimates(Path file, SweepConfig c, List<Cell> cells) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Cell cell : cells) {
            PriorMean prior = cell.posterior().prior();
            ThresholdEstimate e = cell.estimate();
            GeneralizationLoss none = new GeneralizationLoss(
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, Collections.emptySortedMap());
            GeneralizationLoss loss = e.generalizationLoss().orElse(none);
            String draws = Long.toString(cell.posterior().draws());
            rows.add(row(
                    c,
                    cell,
                    "guess_and_check",
                    text(c.eps()),
                    loss.mean(),
                    loss.standardError(),
                    text(loss.low()),
                    text(loss.high()),
                    Long.toString(Math.round(e.accepted())),
                    draws,
                    text(e.probability()),
                    text(e.probabilityLow()),
                    text(e.probabilityHigh()),
                    text(cell.posterior().elapsedSeconds()),
                    cell.posterior().sampler() + (c.reduces(cell.index()) ? "-reduced" : ""),
                    Boolean.toString(cell.trustworthy())));
            rows.add(row(
                    c,
                    cell,
                    "prior",
                    "",
                    prior.mean(),
                    prior.standardError(),
                    "",
                    "",
                    "",
                    Long.toString(prior.sample())));
            rows.add(row(
                    c,
                    cell,
                    "gradient_descent",
                    "",
                    cell.descent().generalizationLoss(),
                    Double.NaN,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    text(cell.descent().elapsedSeconds())));
            rows.add(row(c, cell, "zero_matrix", "", cell.zeroMatrixLoss(), Double.NaN));
        }
        write(file, List.of(TIDY), rows);
    }

    private static List<String> row(
            SweepConfig c, Cell cell, String method, String eps, double mean, double error, String... rest) {
        int value = c.values().get(cell.index());
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(c.sweep() == SweepKind.WIDTH ? value : c.fixed()));
        row.add(Integer.toString(c.sweep() == SweepKind.WIDTH ? c.fixed() : value));
        row.addAll(List.of(Integer.toString(cell.trial()), method, eps, text(mean), text(error)));
        row.addAll(List.of(rest));
        row.addAll(Collections.nCopies(TIDY.length - row.size(), ""));
        return row;
    }

    private static void write(Path file, List<String> header, List<List<String>> rows) throws IOException {
        AtomicFile.write(file, out -> {
            try (CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                    .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                csv.writeRecord(header);
                rows.forEach(csv::writeRecord);
            }
        });
    }

    private static Cell find(List<Cell> cells, int trial, int index) {
        return IntStream.range(0, cells.size())
                .mapToObj(cells::get)
                .filter(cell -> cell.trial() == trial && cell.index() == index)
                .findFirst()
                .orElse(null);
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
