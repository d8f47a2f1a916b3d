package org.guesscheck.gnc.data;

import org.guesscheck.gnc.npy.NpyArray;
import org.guesscheck.gnc.text.InputException;

/** An array of NumPy. Its first index counts the rows, and all others together the columns. */
record ArrayTable(NpyArray array, int rows, int columns) implements Table {
    /**
     * Takes an array.
     *
     * @throws InputException if it is a lone number or empty
     */
    static ArrayTable of(NpyArray array) {
        int[] shape = array.shape();
        int count = array.values().length;
        if (shape.length == 0 || count == 0) {
            throw new InputException(array.name() + ": shape " + array.shapeText()
                    + "; a row for each sample is needed, and at least one number");
        }
        return new ArrayTable(array, shape[0], count / shape[0]);
    }

    @Override
    public String file() {
        return array.name();
    }

    @Override
    public double value(int row, int column) {
        return array.values()[row * columns + column];
    }

    @Override
    public String rowName(int row) {
        return "[" + row + "]";
    }

    @Override
    public String place(int row, int column) {
        return array.place(row * columns + column);
    }
}
