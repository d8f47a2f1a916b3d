package org.guesscheck.gnc.sweep;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.CellRecipe;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.config.SweptField;
import org.guesscheck.gnc.files.AtomicFile;
import org.guesscheck.gnc.json.Numeral;

/** The two tables of a sweep: results.csv with the columns of the paper's code, and the tidy estimates.csv. */
final class ResultTables {
    private static final String WIDTH = "width";
    private static final String DEPTH = "depth";

    /** The columns of every sweep; those of other fields that vary come after the depth. */
    private static final List<String> TIDY = List.of(
            WIDTH,
            DEPTH,
            CellId.TRIAL,
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
            "trustworthy",
            "effective_accepted",
            "train_loss",
            "converged",
            "failure");

    /** More columns of a sweep with several initializations, at the end. */
    private static final List<String> OF_INITS = List.of("inits", "inits_sd", "inits_converged");

    /** More columns of a sweep with a ladder of init scales, at the end. */
    private static final List<String> OF_A_LADDER = List.of("init_scale", "fitting_share", "fits");

    /** The last column of every sweep, after all that earlier versions wrote. */
    private static final String DIGEST = "digest";

    private ResultTables() {}

    static void results(Path file, SweepConfig c, List<Cell> cells) throws IOException {
        boolean prior = c.besidePrior();
        boolean descent = !c.descent().none();
        int trials = c.trials().count();
        List<String> header = new ArrayList<>(CellId.valueColumns(c));
        for (int trial = 0; trial < trials; trial++) {
            header.add("gnc_gen_seed=" + trial);
            if (prior) {
                header.add("prior_gen_seed=" + trial);
            }
            if (descent) {
                header.add("gd_gen_seed=" + trial);
            }
        }
        Map<CellId, Cell> found = new HashMap<>();
        cells.forEach(cell -> found.put(cell.id(), cell));
        List<List<String>> rows = new ArrayList<>();
        for (Point place : c.grid().points()) {
            List<String> row =
                    new ArrayList<>(place.values().stream().map(Numeral::text).toList());
            for (int trial = 0; trial < trials; trial++) {
                Cell cell = found.get(new CellId(trial, place));
                row.add(cell == null ? "" : text(cell.posteriorMean()));
                if (prior) {
                    row.add(cell == null ? "" : text(cell.priorMean()));
                }
                if (descent) {
                    row.add(cell == null ? "" : text(cell.descentLoss()));
                }
            }
            rows.add(row);
        }
        write(file, header, rows);
    }

    static void estimates(Path file, SweepConfig c, List<Cell> cells) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Cell cell : cells) {
            rows.add(guess(c, cell));
            rows.add(prior(c, cell));
            if (!c.descent().none()) {
                rows.add(descent(c, cell));
            }
            for (BaselineKind kind : BaselineKind.values()) {
                if (kind == BaselineKind.ZERO_MATRIX || Double.isFinite(kind.loss(cell))) {
                    rows.add(Row.of(c, cell, kind.method())
                            .put("mean", text(kind.loss(cell)))
                            .cells());
                }
            }
        }
        write(file, columns(c), rows);
    }

    private static List<String> columns(SweepConfig c) {
        List<String> columns = new ArrayList<>(TIDY);
        List<String> more = c.grid().fields().stream()
                .map(SweptField::column)
                .filter(column -> !TIDY.contains(column))
                .toList();
        columns.addAll(TIDY.indexOf(CellId.TRIAL), more);
        if (c.descent().inits() > 1) {
            columns.addAll(OF_INITS);
        }
        if (c.descent().climbs()) {
            columns.addAll(OF_A_LADDER);
        }
        columns.add(DIGEST);
        return columns;
    }

    private static List<String> guess(SweepConfig c, Cell cell) {
        CellRecipe recipe = c.at(cell.id().value());
        Row row = Row.of(c, cell, "guess_and_check")
                .put("eps", text(recipe.guess().eps()));
        cell.failure(Failure.GUESS_AND_CHECK)
                .ifPresent(reason -> row.put("trustworthy", "false").put("failure", reason));
        cell.posterior()
                .ifPresent(
                        found -> row.put("draws", Long.toString(found.origin().draws()))
                                .put("seconds", text(found.execution().seconds()))
                                .put("sampler", sampler(found))
                                .put("trustworthy", Boolean.toString(!cell.doubtful()))
                                .put(DIGEST, found.origin().digest()));
        cell.estimate()
                .ifPresent(e -> row.put("accepted", Long.toString(Math.round(e.accepted())))
                        .put("effective_accepted", cell.effective() ? text(e.accepted()) : "")
                        .put("probability", text(e.probability()))
                        .put("probability_low", text(e.probabilityInterval().low()))
                        .put("probability_high", text(e.probabilityInterval().high())));
        cell.estimate()
                .flatMap(ThresholdEstimate::generalizationLoss)
                .ifPresent(loss -> row.put("mean", text(loss.mean()))
                        .put("standard_error", text(loss.standardError()))
                        .put("low", text(loss.interval().low()))
                        .put("high", text(loss.interval().high())));
        return row.cells();
    }

    /** The method, and whether it drew products through fewer numbers than there are weights. */
    private static String sampler(Posterior found) {
        boolean reduced = Reduction.isNoted(found.diagnostics().notes());
        return found.origin().sampler() + (reduced ? "-reduced" : "");
    }

    private static List<String> prior(SweepConfig c, Cell cell) {
        Row row = Row.of(c, cell, "prior");
        cell.posterior()
                .map(Posterior::prior)
                .ifPresent(prior -> row.put("mean", text(prior.mean()))
                        .put("standard_error", text(prior.standardError()))
                        .put("draws", Long.toString(prior.sample())));
        return row.cells();
    }

    private static List<String> descent(SweepConfig c, Cell cell) {
        Row row = Row.of(c, cell, "gradient_descent");
        cell.failure(Failure.GRADIENT_DESCENT).ifPresent(reason -> row.put("failure", reason));
        cell.descent().ifPresent(found -> {
            row.put("mean", text(found.generalizationLoss()))
                    .put("standard_error", text(found.standardError()))
                    .put("seconds", text(found.seconds()))
                    .put("train_loss", text(found.trainLoss()))
                    .put("converged", Boolean.toString(found.converged()))
                    .put(DIGEST, found.digest());
            if (c.descent().inits() > 1) {
                row.put("inits", Integer.toString(found.runs().size()))
                        .put("inits_sd", text(found.spread()))
                        .put("inits_converged", Integer.toString(found.convergedRuns()));
            }
            found.rung()
                    .ifPresent(rung -> row.put("init_scale", text(rung.initScale()))
                            .put("fitting_share", text((double) rung.fitting() / rung.runs()))
                            .put("fits", Boolean.toString(rung.fits())));
        });
        return row.cells();
    }

    /** A row of the tidy table, filled by the names of its columns. */
    private record Row(List<String> columns, String[] values) {
        static Row of(SweepConfig c, Cell cell, String method) {
            CellRecipe recipe = c.at(cell.id().value());
            List<String> columns = ResultTables.columns(c);
            String[] empty = new String[columns.size()];
            Arrays.fill(empty, "");
            Row row = new Row(columns, empty)
                    .put(WIDTH, Integer.toString(recipe.network().width()))
                    .put(DEPTH, Integer.toString(recipe.network().depth()))
                    .put(CellId.TRIAL, Integer.toString(cell.id().trial()))
                    .put("method", method);
            c.grid().fields().forEach(field -> row.put(field.column(), Numeral.text(field.of(recipe))));
            return row;
        }

        Row put(String column, String value) {
            values[columns.indexOf(column)] = value;
            return this;
        }

        List<String> cells() {
            return List.of(values);
        }
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

    private static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
