package org.guesscheck.gnc.parts;

import org.guesscheck.core.parts.Span;
import org.guesscheck.gnc.text.InputException;

/**
 * Which part of how many, written K/N.
 *
 * @param number the part, from 1
 * @param of how many parts there are
 */
public record PartNumber(int number, int of) {
    private static final int MOST = 1_000_000;

    /**
     * Reads K/N.
     *
     * @throws InputException if it is something else, or out of range
     */
    public static PartNumber of(String text) {
        String[] both = text.split("/", -1);
        try {
            PartNumber number = new PartNumber(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
            if (both.length == 2 && number.number >= 1 && number.number <= number.of && number.of <= MOST) {
                return number;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Told below.
        }
        throw new InputException(
                "shard " + text + ": K/N is needed, part K of N, such as 3/7; K of 1 to N, N of 1 to " + MOST);
    }

    /** Its range of a run's pieces. */
    public Span span(long pieces) {
        return Span.part(pieces, number, of);
    }

    @Override
    public String toString() {
        return "part " + number + " of " + of;
    }
}
