package org.guesscheck.gnc.npy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guesscheck.gnc.text.InputException;

/**
 * The beginning of an array file: magic bytes, version, length, and a dictionary as Python writes it (NumPy Enhancement Proposal 1).
 *
 * @param type of the numbers
 * @param columnsFirst whether the first index varies fastest, Fortran's order
 * @param shape the length along each index; empty for a lone number
 * @param bytes how many bytes the header has, the magic ones included
 */
record NpyHeader(ElementType type, boolean columnsFirst, int[] shape, int bytes) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** Headers end at a multiple of it, so that numbers can be mapped into memory. */
    private static final int ALIGNED = 64;

    /** A longer dictionary belongs to no array of numbers. */
    private static final int MOST_TEXT = 1 << 16;

    private static final String KEY = "\\s*['\"](?<key>\\w+)['\"]\\s*:\\s*";
    private static final String VALUE = "(?<value>'[^']*'|\"[^\"]*\"|True|False|\\([\\dL,\\s]*\\)|\\[.*\\])";
    private static final Pattern ITEM = Pattern.compile(KEY + VALUE + "\\s*(,|(?=\\}))");

    /** Whether bytes begin as an array file does. */
    static boolean begins(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Reads a header; the name of the array is for errors. */
    static NpyHeader read(byte[] file, String name) {
        if (!begins(file)) {
            throw new InputException(name + ": does not begin as an array that NumPy saved (.npy)");
        }
        require(file.length >= MAGIC.length + 2, name);
        int major = file[MAGIC.length];
        if (major != 1 && major != 2 || file[MAGIC.length + 1] != 0) {
            throw new InputException(name + ": version " + (major & 0xff) + "." + (file[MAGIC.length + 1] & 0xff)
                    + " of the .npy format; 1.0 and 2.0 are allowed");
        }
        int start = MAGIC.length + 2 + (major == 1 ? 2 : 4);
        require(file.length >= start, name);
        long length = 0;
        for (int i = start - 1; i >= MAGIC.length + 2; i--) {
            length = length << 8 | file[i] & 0xff;
        }
        if (length > MOST_TEXT) {
            throw new InputException(
                    name + ": a header of " + length + " bytes; at most " + MOST_TEXT + " are allowed");
        }
        require(file.length >= start + length, name);
        String text = new String(file, start, (int) length, StandardCharsets.ISO_8859_1);
        return parse(text, start + (int) length, name);
    }

    private static void require(boolean whole, String name) {
        if (!whole) {
            throw new InputException(name + ": ends within its header; a whole array is needed");
        }
    }

    private static NpyHeader parse(String text, int bytes, String name) {
        String inner = text.strip();
        if (!inner.startsWith("{") || !inner.endsWith("}")) {
            throw unreadable(name);
        }
        String descr = null;
        String order = null;
        String shape = null;
        Matcher item = ITEM.matcher(inner).region(1, inner.length());
        int end = 1;
        while (item.lookingAt()) {
            String value = item.group("value");
            switch (item.group("key")) {
                case "descr" -> descr = value;
                case "fortran_order" -> order = value;
                case "shape" -> shape = value;
                default -> throw unreadable(name);
            }
            end = item.end();
            item.region(end, inner.length());
        }
        boolean whole = descr != null && order != null && shape != null;
        if (!whole || !inner.substring(end).strip().equals("}") || !shape.startsWith("(")) {
            throw unreadable(name);
        }
        return new NpyHeader(type(descr, name), order.equals("True"), shape(shape, name), bytes);
    }

    private static InputException unreadable(String name) {
        return new InputException(name + ": its header is none of an array; descr, fortran_order and shape are needed");
    }

    private static ElementType type(String value, String name) {
        if (value.startsWith("[")) {
            throw new InputException(name + ": an array of records; one of " + ElementType.ALLOWED + " is allowed");
        }
        String descr = value.substring(1, value.length() - 1);
        if (descr.endsWith("O")) {
            throw new InputException(
                    name + ": an array of Python objects (dtype object); numbers are needed, as" + " float64");
        }
        return ElementType.named(descr)
                .orElseThrow(() -> new InputException(
                        name + ": numbers of type " + descr + "; " + ElementType.ALLOWED + " are allowed"));
    }

    private static int[] shape(String value, String name) {
        String[] items = value.substring(1, value.length() - 1).replace("L", "").split(",");
        try {
            return Arrays.stream(items)
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new InputException(
                    name + ": shape " + value + "; at most " + Integer.MAX_VALUE + " along each index is allowed");
        }
    }

    /** The bytes of the header of numbers in the machine-independent order that is written: last index fastest, low bytes first. */
    static byte[] write(String descr, int... shape) {
        String inner = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String dictionary = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + inner
                + (shape.length == 1 ? "," : "") + "), }";
        int start = MAGIC.length + 4;
        int total = (start + dictionary.length() + ALIGNED) / ALIGNED * ALIGNED;
        byte[] header = new byte[total];
        Arrays.fill(header, (byte) ' ');
        System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
        header[MAGIC.length] = 1;
        header[MAGIC.length + 1] = 0;
        header[MAGIC.length + 2] = (byte) (total - start);
        header[MAGIC.length + 3] = (byte) (total - start >> 8);
        byte[] text = dictionary.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, header, start, text.length);
        header[total - 1] = '\n';
        return header;
    }
}
