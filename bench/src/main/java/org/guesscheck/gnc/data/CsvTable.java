package org.guesscheck.gnc.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.guesscheck.gnc.text.InputException;

/** A CSV table of numbers. Its first line is a header if no field of it is a number. Empty lines are skipped. */
final class CsvTable implements Table {
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    /** Numbers 0, 1, ... in at least so many columns of the first line are names of columns, as pandas gives them. */
    private static final int COUNTED_NAMES = 3;

    private final String file;
    private double[] values = new double[1 << 10];
    private long[] lines = new long[1 << 6];
    private int rows;
    private int columns;

    private CsvTable(String file) {
        this.file = file;
    }

    /**
     * Reads a table.
     *
     * @param file its name, for errors
     * @throws InputException if a line has fewer or more fields than the first, a field is no number, or there is no line of numbers
     */
    static CsvTable read(String text, String file) {
        CsvTable table = new CsvTable(file);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                table.add(line.getStartingLineNumber(), line.getFields());
            }
        } catch (CsvParseException e) {
            throw new InputException(file + ": not a CSV table (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (table.rows == 0) {
            throw new InputException(file + ": no line of numbers; at least one is needed");
        }
        return table;
    }

    private void add(long line, List<String> fields) {
        if (columns == 0) {
            columns = fields.size();
            if (fields.stream().noneMatch(CsvTable::isNumber)) {
                return;
            }
            requireNumbersOfASample(line, fields);
        }
        if (fields.size() != columns) {
            throw new InputException(file + ": line " + line + ": " + count(fields.size(), "field") + "; " + columns
                    + " are needed, as in the first line");
        }
        int at = rows * columns;
        if ((long) at + columns > values.length) {
            values = Arrays.copyOf(values, longer(values.length, columns));
        }
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, longer(rows, 1));
        }
        lines[rows] = line;
        for (int j = 0; j < columns; j++) {
            String field = fields.get(j);
            if (!isNumber(field)) {
                throw new InputException(file + ": line " + line + ", column " + (j + 1) + ": \"" + field
                        + "\" is not a number; numbers with commas between them are needed");
            }
            values[at + j] = number(field);
        }
        rows++;
    }

    private void requireNumbersOfASample(long line, List<String> fields) {
        boolean counted = columns >= COUNTED_NAMES;
        for (int j = 0; counted && j < columns; j++) {
            counted = fields.get(j).strip().equals(Integer.toString(j));
        }
        if (counted) {
            throw new InputException(
                    file + ": line " + line + ": 0 to " + (columns - 1) + " in order look like the names of columns; a"
                            + " table without them is needed (in pandas"
                            + " header=False), or a line of names above"
                            + " them");
        }
    }

    private int longer(int length, int more) {
        long longer = Math.max(length + (long) more, Math.min(2L * length, Integer.MAX_VALUE - 8));
        if (longer > Integer.MAX_VALUE - 8) {
            throw new InputException(file + ": more than " + (Integer.MAX_VALUE - 8) + " numbers; fewer are allowed");
        }
        return (int) longer;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String unsigned(String field) {
        String text = field.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    }

    /** Decimal numbers and those that are not finite; no hexadecimal ones and no suffix of a type, which Java would take. */
    private static boolean isNumber(String field) {
        String text = unsigned(field);
        if (text.isEmpty()) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        if (!Character.isDigit(last) && last != '.' || text.indexOf('x') >= 0) {
            return NOT_FINITE.contains(text);
        }
        try {
            Double.parseDouble(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static double number(String field) {
        return NOT_FINITE.contains(unsigned(field)) ? Double.NaN : Double.parseDouble(field);
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double value(int row, int column) {
        return values[row * columns + column];
    }

    @Override
    public String rowName(int row) {
        return "line " + lines[row];
    }

    @Override
    public String place(int row, int column) {
        return rowName(row) + ", column " + (column + 1);
    }
}
