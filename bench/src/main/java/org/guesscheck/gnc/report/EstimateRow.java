package org.guesscheck.gnc.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.text.InputException;

/**
 * A row of estimates.csv; numbers that are not there are NaN.
 *
 * @param width of the network
 * @param depth of the network
 * @param trial number of the trial
 * @param method what was estimated
 * @param mean mean generalization loss
 * @param standardError its standard error
 * @param low lower end of its interval
 * @param high upper end of its interval
 * @param accepted how many draws were accepted, or for other samplers than rejection an effective number
 * @param draws how many were made
 * @param probability acceptance probability
 * @param probabilityLow lower end of its interval
 * @param probabilityHigh upper end of its interval
 * @param seconds wall-clock time
 * @param sampler the sampler, or nothing
 * @param trustworthy whether no check failed
 * @param trainLoss training loss that gradient descent ended with
 * @param converged whether gradient descent fitted the training data; true where that was not recorded
 * @param failure why there is no result, empty where there is one
 */
record EstimateRow(
        int width,
        int depth,
        int trial,
        String method,
        double mean,
        double standardError,
        double low,
        double high,
        double accepted,
        double draws,
        double probability,
        double probabilityLow,
        double probabilityHigh,
        double seconds,
        String sampler,
        boolean trustworthy,
        double trainLoss,
        boolean converged,
        String failure) {

    /** Whether the accepted are not a count. */
    boolean effective() {
        return !sampler.isEmpty() && !sampler.startsWith(RejectionSampler.NAME);
    }

    /** Whether it is an estimate that failed its checks. */
    boolean doubtful() {
        return !trustworthy && !failed();
    }

    boolean failed() {
        return !failure.isEmpty();
    }

    /** Reads the file; an error names the row and the column. */
    static List<EstimateRow> read(Path file) throws IOException {
        List<EstimateRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(InputText.read(file))) {
            for (NamedCsvRecord record : csv) {
                Row row = new Row(file, record);
                rows.add(new EstimateRow(
                        (int) row.needed("width"),
                        (int) row.needed("depth"),
                        (int) row.needed("trial"),
                        row.text("method"),
                        row.number("mean"),
                        row.number("standard_error"),
                        row.number("low"),
                        row.number("high"),
                        row.number("accepted"),
                        row.number("draws"),
                        row.number("probability"),
                        row.number("probability_low"),
                        row.number("probability_high"),
                        row.number("seconds"),
                        row.text("sampler"),
                        !row.text("trustworthy").equals("false"),
                        row.numberIfAny("train_loss"),
                        !row.textIfAny("converged").equals("false"),
                        row.textIfAny("failure")));
            }
        } catch (CsvParseException e) {
            throw new InputException(file + ": not a CSV table (" + e.getMessage() + ")");
        }
        return rows;
    }

    private record Row(Path file, NamedCsvRecord record) {
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
