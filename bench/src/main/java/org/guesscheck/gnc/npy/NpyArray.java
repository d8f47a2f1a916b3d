package org.guesscheck.gnc.npy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.guesscheck.gnc.text.InputException;

/**
 * An array of numbers as it was read.
 *
 * @param name the file and the array's name in it, for errors
 * @param shape the length along each index; empty for a lone number
 * @param values all numbers in double precision, the last index fastest, whatever the order in the file was; not to be changed
 */
public record NpyArray(String name, int[] shape, double[] values) {
    /** The most numbers that a Java array has on every JVM. */
    private static final long MOST = Integer.MAX_VALUE - 8;

    /** Whether bytes begin as a {@code .npy} file does. */
    public static boolean begins(byte[] bytes) {
        return NpyHeader.begins(bytes);
    }

    /**
     * Reads a whole {@code .npy} file.
     *
     * @param file its bytes
     * @param name for errors
     * @throws InputException if it is none, is not whole, or has anything else than numbers
     */
    public static NpyArray read(byte[] file, String name) {
        NpyHeader header = NpyHeader.read(file, name);
        int[] shape = header.shape();
        long count = 1;
        for (int length : shape) {
            count *= length;
            if (count > MOST) {
                throw new InputException(
                        name + ": shape " + text(shape) + "; at most " + MOST + " numbers in all are allowed");
            }
        }
        long bytes = count * header.type().bytes();
        long there = file.length - header.bytes();
        if (there != bytes) {
            throw new InputException(name + ": " + there + " bytes of numbers; " + bytes + " are needed for shape "
                    + text(shape) + (there < bytes ? ", so the array is cut off" : ""));
        }
        ByteBuffer numbers = ByteBuffer.wrap(file, header.bytes(), (int) there)
                .order(header.type().order());
        double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = header.type().next(numbers);
        }
        return new NpyArray(name, shape, header.columnsFirst() ? lastIndexFastest(values, shape) : values);
    }

    /** Numbers whose first index varies fastest, in the other order. */
    private static double[] lastIndexFastest(double[] values, int[] shape) {
        double[] ordered = new double[values.length];
        int[] index = new int[shape.length];
        for (int i = 0; i < values.length; i++) {
            int from = 0;
            for (int k = shape.length - 1; k >= 0; k--) {
                from = from * shape[k] + index[k];
            }
            ordered[i] = values[from];
            for (int k = shape.length - 1; k >= 0 && ++index[k] == shape[k]; k--) {
                index[k] = 0;
            }
        }
        return ordered;
    }

    /** The shape as NumPy prints it. */
    public String shapeText() {
        return text(shape);
    }

    private static String text(int... shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ""))
                + (shape.length == 1 ? ",)" : ")");
    }

    /**
     * Requires a shape.
     *
     * @param meaning of the shape, such as "rows x cols"
     * @param needed the length along each index; -1 where any of at least 1 is allowed
     * @return this array
     * @throws InputException if it has another
     */
    public NpyArray require(String meaning, int... needed) {
        boolean fits = shape.length == needed.length;
        for (int k = 0; fits && k < needed.length; k++) {
            fits = needed[k] < 0 ? shape[k] > 0 : shape[k] == needed[k];
        }
        if (!fits) {
            String wanted =
                    Arrays.stream(needed).mapToObj(n -> n < 0 ? "n" : "" + n).collect(Collectors.joining(", "));
            throw new InputException(name + ": shape " + shapeText() + "; " + meaning + " = (" + wanted
                    + (needed.length == 1 ? ",)" : ")") + " is needed");
        }
        return this;
    }

    /**
     * Requires that every number is finite.
     *
     * @return this array
     * @throws InputException if one is not, naming its place
     */
    public NpyArray requireFinite() {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InputException(name + place(i) + ": " + values[i] + " is not a finite number");
            }
        }
        return this;
    }

    /** A number's place as Python writes it: [2, 0]. */
    public String place(int position) {
        int[] index = new int[shape.length];
        int rest = position;
        for (int k = shape.length - 1; k >= 0; k--) {
            index[k] = rest % shape[k];
            rest /= shape[k];
        }
        return shape.length == 0 ? "" : Arrays.toString(index);
    }
}
