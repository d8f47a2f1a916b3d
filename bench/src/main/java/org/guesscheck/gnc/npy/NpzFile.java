package org.guesscheck.gnc.npy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guesscheck.gnc.text.InputException;

/** The arrays of a {@code .npz} file by their names, as {@code numpy.savez} and {@code savez_compressed} write them. */
public final class NpzFile {
    private static final String SUFFIX = ".npy";

    private final String file;
    private final Map<String, NpyArray> arrays;

    private NpzFile(String file, Map<String, NpyArray> arrays) {
        this.file = file;
        this.arrays = arrays;
    }

    /** Whether bytes begin as a {@code .npz} file does. */
    public static boolean begins(byte[] bytes) {
        return ZipMembers.begins(bytes);
    }

    /**
     * Reads a whole file.
     *
     * @param bytes all of it
     * @param file its name, for errors
     * @param allowed the names that arrays may have
     * @throws InputException if it is damaged, or an array has another name or is not one of numbers, naming the array
     */
    public static NpzFile read(byte[] bytes, String file, List<String> allowed) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        ZipMembers.read(bytes, file).forEach((member, content) -> {
            String name = member.endsWith(SUFFIX) ? member.substring(0, member.length() - SUFFIX.length()) : member;
            if (!allowed.contains(name)) {
                throw new InputException(
                        file + ": " + name + ": unknown array; allowed are " + String.join(", ", allowed));
            }
            arrays.put(name, NpyArray.read(content, file + ": " + name));
        });
        return new NpzFile(file, arrays);
    }

    /** Whether there is an array of a name. */
    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    /**
     * An array that must be there.
     *
     * @throws InputException if it is not
     */
    public NpyArray array(String name) {
        if (!has(name)) {
            throw error(name, "missing");
        }
        return arrays.get(name);
    }

    /** The error of an array. */
    public InputException error(String name, String fault) {
        return new InputException(file + ": " + name + ": " + fault);
    }
}
