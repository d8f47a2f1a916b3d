package org.guesscheck.gnc.data;

import java.nio.file.Path;
import java.util.Locale;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.npy.NpyArray;
import org.guesscheck.gnc.npy.NpzFile;
import org.guesscheck.gnc.text.InputException;

/** A file with features or labels, {@code .npy} or CSV: its first bytes tell which. */
final class TableFile {
    private TableFile() {}

    /** Features: a sample for each row, and all indices but the first counted as one. */
    static Table features(Path file) {
        Table table = read(file);
        if (table instanceof ArrayTable(NpyArray array, int rows, int columns) && array.shape().length < 2) {
            throw new InputException(file + ": shape " + array.shapeText()
                    + "; samples x features is needed, in two dimensions or more, for one feature (" + rows + ", 1)");
        }
        return table;
    }

    /** Labels: one for each row. */
    static Table labels(Path file) {
        Table table = read(file);
        if (table.columns() != 1) {
            throw new InputException(
                    file + ": " + table.columns() + " columns; one is needed, a label for each sample");
        }
        return table;
    }

    private static Table read(Path file) {
        byte[] bytes = InputText.bytes(file);
        if (NpzFile.begins(bytes)) {
            throw new InputException(file + ": a .npz file; one array is needed, as numpy.save writes it (.npy)");
        }
        String name = file.toString();
        try {
            return NpyArray.begins(bytes) || name.toLowerCase(Locale.ROOT).endsWith(".npy")
                    ? ArrayTable.of(NpyArray.read(bytes, name))
                    : CsvTable.read(InputText.text(bytes, file), name);
        } catch (OutOfMemoryError e) {
            throw InputText.tooLarge(file);
        }
    }
}
