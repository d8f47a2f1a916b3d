package org.guesscheck.gnc.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.text.InputException;

/**
 * A row of estimates.csv; numbers that are not there are NaN.
 *
 * @param cell which cell
 * @param method the method that the row is of
 * @param loss its generalization loss: the mean, and the ends of its 95% interval
 * @param guess how guess and check came to it
 * @param training how gradient descent ended
 * @param work how it was computed
 */
record EstimateRow(CellId cell, String method, Estimate loss, Guess guess, Training training, Work work) {

    /** The normal quantile of the 95% interval of a mean whose standard error alone is written. */
    private static final double NORMAL_975 = 1.959963984540054;

    /** An estimate, and the ends of its interval. */
    record Estimate(double value, double low, double high) {
        /** Whether its interval has no number in common with another's. One without an interval is a point. */
        boolean apartFrom(Estimate other) {
            return Math.max(lowest(), other.lowest()) > Math.min(highest(), other.highest());
        }

        private double lowest() {
            return Double.isFinite(low) ? low : value;
        }

        private double highest() {
            return Double.isFinite(high) ? high : value;
        }
    }

    /**
     * How guess and check came to an estimate.
     *
     * @param accepted how many draws were accepted, or for other samplers than rejection an effective number
     * @param draws how many were made
     * @param probability acceptance probability
     * @param sampler the sampler, or nothing
     * @param trustworthy whether no check failed
     */
    record Guess(double accepted, double draws, Estimate probability, String sampler, boolean trustworthy) {

        /** Whether the accepted are not a count. */
        boolean effective() {
            return !sampler.isEmpty() && !sampler.startsWith(RejectionSampler.NAME);
        }
    }

    /**
     * How gradient descent ended.
     *
     * @param loss its training loss
     * @param fitted whether it fitted the training data: it converged, or with a ladder of init scales a rung let nearly all runs
     *     fit; true where that was not recorded
     */
    record Training(double loss, boolean fitted) {}

    /**
     * How a result was computed.
     *
     * @param seconds wall-clock time
     * @param digest digest of its bits, empty where none was written
     * @param failure why there is no result, empty where there is one
     */
    record Work(double seconds, String digest, String failure) {}

    /** Whether it is an estimate that failed its checks. */
    boolean doubtful() {
        return !guess.trustworthy() && !failed();
    }

    boolean failed() {
        return !work.failure().isEmpty();
    }

    /** Whether something is wrong with it, for which there is a reason. */
    boolean marked() {
        return failed() || !guess.trustworthy() || !training.fitted();
    }

    /** Reads the file of a sweep; an error names the row and the column. */
    static List<EstimateRow> read(Path file, SweepConfig config) throws IOException {
        List<String> columns = CellId.valueColumns(config);
        List<EstimateRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(InputText.read(file))) {
            for (NamedCsvRecord record : csv) {
                rows.add(new Row(file, record).estimate(columns));
            }
        } catch (CsvParseException e) {
            throw new InputException(file + ": not a CSV table (" + e.getMessage() + ")");
        }
        return rows;
    }

    private record Row(Path file, NamedCsvRecord record) {
        EstimateRow estimate(List<String> columns) {
            return new EstimateRow(
                    new CellId(
                            (int) whole(CellId.TRIAL),
                            new Point(columns.stream().map(this::needed).toList())),
                    text("method"),
                    loss(),
                    guess(),
                    new Training(numberIfAny("train_loss"), fitted()),
                    new Work(number("seconds"), textIfAny("digest"), textIfAny("failure")));
        }

        private Estimate loss() {
            double mean = number("mean");
            double low = number("low");
            double high = number("high");
            if (Double.isNaN(low) && Double.isNaN(high)) {
                double half = NORMAL_975 * number("standard_error");
                return new Estimate(mean, mean - half, mean + half);
            }
            return new Estimate(mean, low, high);
        }

        private boolean fitted() {
            String fits = textIfAny("fits");
            return !(fits.isEmpty() ? textIfAny("converged") : fits).equals("false");
        }

        private Guess guess() {
            return new Guess(
                    number("accepted"),
                    number("draws"),
                    new Estimate(number("probability"), number("probability_low"), number("probability_high")),
                    text("sampler"),
                    !text("trustworthy").equals("false"));
        }

        String text(String column) {
            return record.findField(column).orElseThrow(() -> error(column, "missing"));
        }

        /** Of a column that older versions did not write. */
        String textIfAny(String column) {
            return record.findField(column).orElse("");
        }

        double numberIfAny(String column) {
            return textIfAny(column).isEmpty() ? Double.NaN : number(column);
        }

        double needed(String column) {
            double value = number(column);
            if (Double.isNaN(value)) {
                throw error(column, "'" + text(column) + "'; a number is needed");
            }
            return value;
        }

        double whole(String column) {
            double value = number(column);
            if (value != Math.rint(value)) {
                throw error(column, "'" + text(column) + "'; a whole number is needed");
            }
            return value;
        }

        double number(String column) {
            String text = text(column);
            try {
                return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw error(column, "'" + text + "'; a number or nothing is needed");
            }
        }

        private InputException error(String column, String what) {
            return new InputException(
                    file + ": line " + record.getStartingLineNumber() + ", column " + column + ": " + what);
        }
    }
}
