package org.guesscheck.core.data;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.guesscheck.core.linear.InterruptCheck;
import org.guesscheck.core.random.SplitMix64;

/**
 * Random samples of known laws. They depend on the arguments alone and have the same bits on every machine. The random numbers come from
 * one SplitMix64 generator in the order of the samples, so that with the same seed a smaller count gives the first samples of a larger one.
 * Features are computed in double precision and rounded once. The calling thread may be interrupted, which ends a call early with a
 * {@link java.util.concurrent.CancellationException}.
 */
public final class SyntheticSamples {
    private static final double LARGEST = 1e12;
    private static final int MOST_SLABS = 1000;

    private SyntheticSamples() {}

    /**
     * Parity of bits: the features x_1, ..., x_bits are -1 or 1, and the label is 1 if an odd number of the first {@code relevant} ones is
     * -1, else 0. The samples are distinct, and every set of {@code count} points is equally probable.
     *
     * @param bits features of a sample, at least 1
     * @param relevant the number of features that the label depends on, from 1 to bits
     * @param count samples, from 1 to 2^bits
     * @param seed any value
     * @return the samples, with labels 0 and 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Samples parity(int bits, int relevant, int count, long seed) {
        if (bits < 1) {
            throw new IllegalArgumentException("bits: " + bits + "; at least 1 is allowed");
        }
        if (relevant < 1 || relevant > bits) {
            throw new IllegalArgumentException("relevant: " + relevant + "; 1 to " + bits + " is allowed");
        }
        if (bits < 31 && count > 1 << bits) {
            throw new IllegalArgumentException(
                    "count: " + count + "; 1 to " + (1 << bits) + " is allowed, since samples are distinct");
        }
        float[] values = new float[Samples.valueCount(bits, count)];
        int[] labels = new int[count];
        SplitMix64 random = new SplitMix64(seed);
        Set<BitSet> points = new HashSet<>();
        for (int i = 0; i < count; i++) {
            InterruptCheck.check();
            BitSet negative = randomBits(bits, random);
            while (!points.add(negative)) {
                negative = randomBits(bits, random);
            }
            for (int j = 0; j < bits; j++) {
                values[i * bits + j] = negative.get(j) ? -1 : 1;
            }
            labels[i] = negative.get(0, relevant).cardinality() & 1;
        }
        return Samples.owning(bits, values, labels);
    }

    private static BitSet randomBits(int bits, SplitMix64 random) {
        long[] words = new long[(bits + Long.SIZE - 1) / Long.SIZE];
        for (int w = 0; w < words.length; w++) {
            words[w] = random.nextLong();
        }
        return BitSet.valueOf(words).get(0, bits);
    }

    /**
     * Two half moons: with t uniform in [0, pi), a sample of class 0 is (cos t, sin t) and one of class 1 is (1 - cos t, 1/2 - sin t), plus
     * {@code noise} times an independent standard normal number in both features. The classes take turns, class 0 first.
     *
     * @param count samples, at least 1
     * @param noise standard deviation of the noise, 0 to 1e12
     * @param seed any value
     * @return the samples, with two features and labels 0 and 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Samples moons(int count, double noise, long seed) {
        requireLength("noise", noise);
        float[] values = new float[Samples.valueCount(2, count)];
        int[] labels = new int[count];
        SplitMix64 random = new SplitMix64(seed);
        for (int i = 0; i < count; i++) {
            InterruptCheck.check();
            labels[i] = i & 1;
            double t = StrictMath.PI * random.nextDouble();
            double x = StrictMath.cos(t);
            double y = StrictMath.sin(t);
            values[2 * i] = (float) ((labels[i] == 0 ? x : 1 - x) + noise * random.nextNormal());
            values[2 * i + 1] = (float) ((labels[i] == 0 ? y : 0.5 - y) + noise * random.nextNormal());
        }
        return Samples.owning(2, values, labels);
    }

    /**
     * Two bent lines: with x uniform in [-1, 1), a sample of class 0 is (x, margin - |x|) and one of class 1 is (x, -|x|). The classes take turns,
     * class 0 first.
     *
     * <p>These are the kinks of Chiang et al. (2023, figure 2), who have a margin of 1/4 and take samples without replacement from 2,000 equally
     * spaced x of each class.
     *
     * @param count samples, at least 1
     * @param margin distance between the two lines along the second feature, 0 to 1e12
     * @param seed any value
     * @return the samples, with two features and labels 0 and 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Samples kink(int count, double margin, long seed) {
        requireLength("margin", margin);
        float[] values = new float[Samples.valueCount(2, count)];
        int[] labels = new int[count];
        SplitMix64 random = new SplitMix64(seed);
        for (int i = 0; i < count; i++) {
            InterruptCheck.check();
            labels[i] = i & 1;
            double x = 2 * random.nextDouble() - 1;
            values[2 * i] = (float) x;
            values[2 * i + 1] = (float) ((labels[i] == 0 ? margin : 0) - Math.abs(x));
        }
        return Samples.owning(2, values, labels);
    }

    /**
     * Slabs above each other in the square from -1 to 1, which are left and right in turns: class 1 has the first feature from -1 to {@code -margin}, and
     * class 0 from {@code margin} to 1. Slabs are 2 {@code margin} apart along the second feature, all equally thick, and together as high as the
     * square. So a vertical line divides the classes, and so does a boundary that winds between the slabs. Samples are uniform in their slab; the slabs take
     * turns, from the highest one, which is of class 1, downwards.
     *
     * <p>These are the slabs of Chiang et al. (2023, figure 3), who have four with a margin of 1/10 and take samples without replacement from 400 random
     * points of each.
     *
     * @param slabs how many slabs, 2 to 1,000
     * @param margin half the distance between slabs and between the classes, from 0 to below 1 / (slabs - 1)
     * @param count samples, at least 1
     * @param seed any value
     * @return the samples, with two features and labels 0 and 1; of one sample, it is of class 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Samples slab(int slabs, double margin, int count, long seed) {
        if (slabs < 2 || slabs > MOST_SLABS) {
            throw new IllegalArgumentException("slabs: " + slabs + "; 2 to " + MOST_SLABS + " is allowed");
        }
        if (!(margin >= 0 && margin * (slabs - 1) < 1)) {
            throw new IllegalArgumentException("margin: " + margin + "; 0 to below 1/" + (slabs - 1)
                    + " is allowed, since slabs are twice that apart");
        }
        float[] values = new float[Samples.valueCount(2, count)];
        int[] labels = new int[count];
        double thickness = (2 - 2 * margin * (slabs - 1)) / slabs;
        SplitMix64 random = new SplitMix64(seed);
        for (int i = 0; i < count; i++) {
            InterruptCheck.check();
            int slab = i % slabs;
            labels[i] = 1 - (slab & 1);
            double across = margin + (1 - margin) * random.nextDouble();
            double down = slab * (thickness + 2 * margin) + thickness * random.nextDouble();
            values[2 * i] = (float) (labels[i] == 0 ? across : -across);
            values[2 * i + 1] = (float) (1 - down);
        }
        return Samples.owning(2, values, labels);
    }

    /**
     * Gaussian clusters, one for each class: all features are independent normal numbers of variance 1, and the mean of class c is
     * {@code distance} / sqrt(2) in feature c and 0 in the others. So the means of any two classes are {@code distance} apart. The classes
     * take turns, class 0 first.
     *
     * @param features features of a sample, at least {@code classes}
     * @param classes classes, at least 2
     * @param distance distance between the means of two classes, in standard deviations, 0 to 1e12
     * @param count samples, at least 1
     * @param seed any value
     * @return the samples, with labels 0 to classes - 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Samples mixture(int features, int classes, double distance, int count, long seed) {
        requireClasses(classes);
        if (features < classes) {
            throw new IllegalArgumentException("features: " + features + "; at least " + classes
                    + " is allowed, since each class has an axis of its own");
        }
        requireLength("distance", distance);
        float[] values = new float[Samples.valueCount(features, count)];
        int[] labels = new int[count];
        double mean = distance / StrictMath.sqrt(2);
        SplitMix64 random = new SplitMix64(seed);
        for (int i = 0; i < count; i++) {
            InterruptCheck.check();
            labels[i] = i % classes;
            for (int j = 0; j < features; j++) {
                values[i * features + j] = (float) ((j == labels[i] ? mean : 0) + random.nextNormal());
            }
        }
        return Samples.owning(features, values, labels);
    }

    /**
     * Standard normal features, labelled by a random linear teacher: with two directions w_0 and w_1 of independent standard normal
     * numbers, the label of x is 1 if (w_1 - w_0) . x is above 0, else 0. With the same seed and number of features, the teacher is that of
     * {@link #taught} with two classes.
     *
     * @param features features of a sample, at least 1
     * @param count samples, at least 1
     * @param seed any value
     * @return the samples, with labels 0 and 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static Samples linearTeacher(int features, int count, long seed) {
        float[] values = new float[Samples.valueCount(features, count)];
        int[] labels = new int[count];
        SplitMix64 random = new SplitMix64(seed);
        LinearTeacher teacher = new LinearTeacher(features, 2, random);
        for (int i = 0; i < count; i++) {
            InterruptCheck.check();
            for (int j = 0; j < features; j++) {
                values[i * features + j] = (float) random.nextNormal();
            }
            labels[i] = teacher.label(values, i * features);
        }
        return Samples.owning(features, values, labels);
    }

    /**
     * Given features, labelled by a random linear teacher: with directions w_0, ..., w_(classes - 1) of independent standard normal numbers,
     * the label of x is the c of the largest w_c . x, and the smallest such c where products are equal.
     *
     * @param features features of a sample, at least 1
     * @param values features of all samples, sample by sample, each -1e14 to 1e14; at least one sample
     * @param classes classes, at least 2
     * @param seed any value
     * @return the samples, with labels 0 to classes - 1
     * @throws IllegalArgumentException if a number is out of its range, or there are not as many features for each sample
     */
    public static Samples taught(int features, float[] values, int classes, long seed) {
        requireClasses(classes);
        if (features < 1 || values.length == 0 || values.length % features != 0) {
            throw new IllegalArgumentException("values: " + values.length + " numbers; a multiple of features = "
                    + features + " is needed, and at least one sample with at least one feature");
        }
        Samples unlabelled = Samples.of(features, values, new int[values.length / features]);
        float[] given = unlabelled.values();
        int[] labels = new int[unlabelled.count()];
        LinearTeacher teacher = new LinearTeacher(features, classes, new SplitMix64(seed));
        for (int i = 0; i < labels.length; i++) {
            InterruptCheck.check();
            labels[i] = teacher.label(given, i * features);
        }
        return Samples.owning(features, given, labels);
    }

    private static void requireClasses(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes: " + classes + "; at least 2 is allowed");
        }
    }

    private static void requireLength(String name, double value) {
        if (!(value >= 0 && value <= LARGEST)) {
            throw new IllegalArgumentException(name + ": " + value + "; 0 to 1e12 is allowed");
        }
    }
}
