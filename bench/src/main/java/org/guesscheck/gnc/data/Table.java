package org.guesscheck.gnc.data;

import org.guesscheck.gnc.text.InputException;

/** Numbers in rows, all of one length, as a file has them, and the names of their places for errors. */
interface Table {
    /** The file. */
    String file();

    /** The number of rows, at least 1. */
    int rows();

    /** Numbers of a row, at least 1. */
    int columns();

    /** The number in a row and a column, both counted from 0; maybe not finite. */
    double value(int row, int column);

    /** A row as a person finds it in the file. */
    String rowName(int row);

    /** A number's row and column as a person finds them in the file. */
    String place(int row, int column);

    /** The error of a number. */
    default InputException error(int row, int column, String fault) {
        return new InputException(file() + ": " + place(row, column) + ": " + fault);
    }
}
