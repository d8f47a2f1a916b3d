package org.guesscheck.core.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Samples, each with features in single precision and a label; immutable. A negative zero among the features is stored as zero.
 *
 * <p>The magnitude of a feature is at most 1e14, so that the inner product of any two samples is finite in single precision.
 */
public final class Samples {
    /** The largest number count * features of features in all: the length of the longest array that every JVM can make. */
    public static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    private static final float LARGEST = 1e14f;

    private final int features;
    private final float[] values;
    private final int[] labels;
    private final int classes;

    private Samples(int features, float[] values, int[] labels) {
        this.features = features;
        this.values = values;
        this.labels = labels;
        this.classes = Arrays.stream(labels).max().getAsInt() + 1;
    }

    /**
     * Takes a copy of features and labels.
     *
     * @param features features of a sample, at least 1
     * @param values features of all samples, sample by sample: labels.length x features numbers, each -1e14 to 1e14
     * @param labels a label for each sample, 0 or above and below 2^31 - 1; at least one
     * @return the samples
     * @throws IllegalArgumentException if the counts do not fit, there is no sample, or a number is beyond its limits
     */
    public static Samples of(int features, float[] values, int[] labels) {
        return owning(features, values.clone(), labels.clone());
    }

    /** Samples of arrays that the caller gives away, so that no copy is needed. */
    static Samples owning(int features, float[] values, int[] labels) {
        if (features < 1) {
            throw new IllegalArgumentException("features: " + features + "; at least 1 is allowed");
        }
        if (labels.length == 0) {
            throw new IllegalArgumentException("labels: none; at least one sample is needed");
        }
        if (values.length != (long) features * labels.length) {
            throw new IllegalArgumentException("values: " + values.length + " numbers; " + labels.length + " samples x "
                    + features + " features = " + (long) features * labels.length + " are needed");
        }
        for (int e = 0; e < values.length; e++) {
            // Also true for NaN.
            if (!(Math.abs(values[e]) <= LARGEST)) {
                throw new IllegalArgumentException("values[" + e + "]: " + values[e] + "; -1e14 to 1e14 is allowed");
            }
            values[e] += 0f;
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] == Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "labels[" + i + "]: " + labels[i] + "; 0 to " + (Integer.MAX_VALUE - 1) + " is allowed");
            }
        }
        return new Samples(features, values, labels);
    }

    /** The number of features of all samples, which an array must be able to hold. */
    static int valueCount(int features, int count) {
        if (features < 1) {
            throw new IllegalArgumentException("features: " + features + "; at least 1 is allowed");
        }
        if (count < 1 || (long) features * count > MOST_VALUES) {
            throw new IllegalArgumentException("count: " + count + "; 1 to " + MOST_VALUES / features
                    + " is allowed with " + features + " features");
        }
        return features * count;
    }

    /**
     * The number of samples.
     *
     * @return at least 1
     */
    public int count() {
        return labels.length;
    }

    /**
     * The number of features of a sample.
     *
     * @return at least 1
     */
    public int features() {
        return features;
    }

    /**
     * The number of classes that the labels need.
     *
     * @return the largest label + 1; smaller labels may be missing
     */
    public int classes() {
        return classes;
    }

    /**
     * The label of a sample.
     *
     * @param i index of the sample, below {@link #count()}
     * @return its label, 0 to {@link #classes()} - 1
     */
    public int label(int i) {
        return labels[i];
    }

    /**
     * A feature of a sample.
     *
     * @param i index of the sample, below {@link #count()}
     * @param j index of the feature, below {@link #features()}
     * @return the feature, finite
     * @throws IndexOutOfBoundsException if there is no such sample or feature
     */
    public float feature(int i, int j) {
        if (j < 0 || j >= features) {
            throw new IndexOutOfBoundsException("feature " + j + "; 0 to " + (features - 1) + " is allowed");
        }
        return values[start(i) + j];
    }

    /**
     * Copies the features of a sample.
     *
     * @param i index of the sample, below {@link #count()}
     * @param to receives {@link #features()} numbers
     * @param at position of the first of them
     * @throws IndexOutOfBoundsException if there is no such sample, or the numbers have no place
     */
    public void copyFeatures(int i, float[] to, int at) {
        System.arraycopy(values, start(i), to, at, features);
    }

    private int start(int i) {
        if (i < 0 || i >= labels.length) {
            throw new IndexOutOfBoundsException("sample " + i + "; 0 to " + (labels.length - 1) + " is allowed");
        }
        return i * features;
    }

    /**
     * The features of all samples, a row for each.
     *
     * @return new arrays
     */
    public float[][] rows() {
        float[][] rows = new float[count()][features()];
        for (int r = 0; r < rows.length; r++) {
            copyFeatures(r, rows[r], 0);
        }
        return rows;
    }

    /**
     * A copy of the features of all samples.
     *
     * @return count x features numbers, sample by sample
     */
    public float[] values() {
        return values.clone();
    }

    /**
     * A copy of all labels.
     *
     * @return count labels
     */
    public int[] labels() {
        return labels.clone();
    }

    /**
     * Some of the samples.
     *
     * @param indices indices of samples, in the order of the result; repeats are allowed; at least one
     * @return the samples at these indices
     * @throws IllegalArgumentException if there is no index, an index is out of range, or there are too many for one array
     */
    public Samples select(int... indices) {
        if (indices.length == 0) {
            throw new IllegalArgumentException("indices: none; at least one sample is needed");
        }
        if ((long) features * indices.length > MOST_VALUES) {
            throw new IllegalArgumentException("indices: " + indices.length + "; at most " + MOST_VALUES / features
                    + " are allowed with " + features + " features");
        }
        float[] chosen = new float[features * indices.length];
        int[] chosenLabels = new int[indices.length];
        for (int k = 0; k < indices.length; k++) {
            if (indices[k] < 0 || indices[k] >= labels.length) {
                throw new IllegalArgumentException(
                        "indices[" + k + "]: " + indices[k] + "; 0 to " + (labels.length - 1) + " is allowed");
            }
            copyFeatures(indices[k], chosen, k * features);
            chosenLabels[k] = labels[indices[k]];
        }
        return new Samples(features, chosen, chosenLabels);
    }

    /**
     * Looks for two samples with the same features and different labels. No network fits both.
     *
     * @return the indices of two such samples, the smaller one first; empty if there are none
     */
    public Optional<int[]> contradiction() {
        Comparator<Integer> byFeatures = (a, b) ->
                Arrays.compare(values, a * features, (a + 1) * features, values, b * features, (b + 1) * features);
        Integer[] order = new Integer[labels.length];
        Arrays.setAll(order, i -> i);
        // Stable, so that samples with the same features stay in their order.
        Arrays.sort(order, byFeatures);
        for (int k = 1; k < order.length; k++) {
            if (labels[order[k - 1]] != labels[order[k]] && byFeatures.compare(order[k - 1], order[k]) == 0) {
                return Optional.of(new int[] {order[k - 1], order[k]});
            }
        }
        return Optional.empty();
    }
}
