package org.guesscheck.gnc.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.guesscheck.core.data.Samples;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.text.InputException;

/**
 * Labelled samples of two files, one with features and one with labels, each {@code .npy} or CSV. Samples stay in the order of the files.
 *
 * @param samples the samples, whose labels are numbers of classes from 0 on
 * @param classes the label in the file of class 0, 1, ...; at least two
 */
public record LabelledSamples(Samples samples, List<Long> classes) {
    /** The largest magnitude of a feature, as {@link Samples} has it. */
    private static final double LARGEST = 1e14;

    /** Reads all samples as they are; the classes are the labels of the file by their size. */
    public static LabelledSamples read(Path features, Path labels) {
        return read(features, labels, List.of(), 1);
    }

    /**
     * Reads samples of chosen classes.
     *
     * @param features a file with a row for each sample; of an array, all indices but the first count the features
     * @param labels a file with a whole number for each sample
     * @param chosen the labels of the classes, in the order of their numbers, whose samples alone are taken; empty for all, by size
     * @param divisor all features are divided by it, a finite number above 0; 255 brings the bytes of pictures to 0 to 1
     * @throws InputException if a file is not of this form or does not fit the other, a feature is not finite, a class has no sample,
     *     there is one class only, or samples of different classes have the same features; in one sentence that names the file
     */
    public static LabelledSamples read(Path features, Path labels, List<Long> chosen, double divisor) {
        if (!(divisor > 0 && divisor < Double.POSITIVE_INFINITY)) {
            throw new InputException("--divide " + divisor + ": a finite number above 0 is allowed");
        }
        Table labelTable = TableFile.labels(labels);
        List<Long> classes = ClassNumbers.classes(labelTable, chosen);
        Table featureTable = TableFile.features(features);
        if (featureTable.rows() != labelTable.rows()) {
            throw new InputException(features + ": " + featureTable.rows() + " samples; " + labelTable.rows()
                    + " are needed, one for each label in " + labels);
        }
        try {
            return new LabelledSamples(samples(featureTable, labelTable, classes, divisor), classes);
        } catch (OutOfMemoryError e) {
            throw InputText.tooLarge(features);
        }
    }

    private static Samples samples(Table features, Table labels, List<Long> classes, double divisor) {
        ClassNumbers numbers = ClassNumbers.of(classes);
        int[] rows = IntStream.range(0, labels.rows())
                .filter(row -> numbers.of(ClassNumbers.label(labels, row)) >= 0)
                .toArray();
        int columns = features.columns();
        float[] values = new float[rows.length * columns];
        int[] classOf = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            classOf[i] = numbers.of(ClassNumbers.label(labels, rows[i]));
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = feature(features, rows[i], j, divisor);
            }
        }
        Samples samples = Samples.of(columns, values, classOf);
        samples.contradiction().ifPresent(pair -> {
            int first = rows[pair[0]];
            int second = rows[pair[1]];
            throw new InputException(features.file() + ": " + features.rowName(first) + " and "
                    + features.rowName(second) + " have the same features in single precision, and the labels "
                    + ClassNumbers.label(labels, first) + " and " + ClassNumbers.label(labels, second) + " in "
                    + labels.file() + "; one label for each sample is allowed");
        });
        return samples;
    }

    private static float feature(Table features, int row, int column, double divisor) {
        double value = features.value(row, column);
        if (!Double.isFinite(value)) {
            throw features.error(row, column, "not a finite number; finite features are needed");
        }
        // Rounded once. A quotient that Samples would refuse is named by its place in the file.
        float feature = (float) (value / divisor);
        if (Math.abs(feature) > (float) LARGEST) {
            throw features.error(row, column, value / divisor + "; -1e14 to 1e14 is allowed");
        }
        return feature;
    }
}
