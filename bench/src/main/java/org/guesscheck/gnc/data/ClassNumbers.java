package org.guesscheck.gnc.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guesscheck.gnc.text.InputException;

/** The numbers 0, 1, ... of the classes by the labels of a file. */
final class ClassNumbers {
    /** Whole numbers up to it are exact in double precision. */
    private static final double LARGEST = 0x1p53;

    private final Map<Long, Integer> numbers = new HashMap<>();

    private ClassNumbers(List<Long> labels) {
        labels.forEach(label -> numbers.put(label, numbers.size()));
    }

    /** Requires a label that is a whole number. */
    static long label(Table labels, int row) {
        double value = labels.value(row, 0);
        // Also true for NaN.
        if (!(Math.abs(value) <= LARGEST && value == Math.rint(value))) {
            throw labels.error(row, 0, value + " as a label; a whole number of -2^53 to 2^53 is allowed");
        }
        return (long) value;
    }

    /** The labels of the classes in the order of their numbers: the chosen ones, or all of the file by their size. */
    static List<Long> classes(Table labels, List<Long> chosen) {
        List<Long> found = IntStream.range(0, labels.rows())
                .mapToLong(row -> label(labels, row))
                .sorted()
                .distinct()
                .boxed()
                .toList();
        String all = found.stream().limit(20).map(Object::toString).collect(Collectors.joining(", "))
                + (found.size() > 20 ? ", ..." : "");
        if (chosen.isEmpty()) {
            if (found.size() < 2) {
                throw new InputException(
                        labels.file() + ": all labels are " + all + "; at least two classes are needed");
            }
            return found;
        }
        if (chosen.size() < 2) {
            throw new InputException("--classes " + chosen.getFirst() + ": one class; at least two are needed");
        }
        for (int c = 0; c < chosen.size(); c++) {
            if (chosen.indexOf(chosen.get(c)) < c) {
                throw new InputException("--classes: " + chosen.get(c) + " is there twice; once is allowed");
            }
            if (!found.contains(chosen.get(c))) {
                throw new InputException("--classes: " + chosen.get(c) + ": no sample in " + labels.file()
                        + " has this label; allowed are " + all);
            }
        }
        return List.copyOf(chosen);
    }

    /** Numbers labels in their order. */
    static ClassNumbers of(List<Long> labels) {
        return new ClassNumbers(labels);
    }

    /** The number of a label's class; -1 if it is of none. */
    int of(long label) {
        return numbers.getOrDefault(label, -1);
    }
}
