package org.guesscheck.gnc.options;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.gnc.data.LabelledSamples;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** Labelled samples from files or from a generator. */
public final class SamplesOptions {
    private static final String FORMS = "parity:BITS,RELEVANT, moons:NOISE, kink:MARGIN, slab:SLABS,MARGIN,"
            + " mixture:FEATURES,CLASSES,DISTANCE and teacher:FEATURES are allowed";

    private static final int POOL = 2000;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Features, .npy or .csv: a row for each sample; further axes of an array are features, too.")
    private Path data;

    @Option(names = "--labels", paramLabel = "FILE", description = "Labels, .npy or .csv: a whole number for each row.")
    private Path labels;

    @Option(
            names = "--classes",
            split = ",",
            paramLabel = "N",
            description = "Take the samples of these labels alone, such as 0,7 (all).")
    private Long[] classes;

    @Option(
            names = "--divide",
            paramLabel = "X",
            description = "Divide all features by this number, such as 255 for bytes of images (1).")
    private Double divide;

    @Option(
            names = "--generate",
            paramLabel = "NAME:X,...",
            description = "Samples without a file: parity:BITS,RELEVANT, moons:NOISE, kink:MARGIN, slab:SLABS,MARGIN,"
                    + " mixture:FEATURES,CLASSES,DISTANCE or teacher:FEATURES.")
    private String generate;

    @Option(
            names = "--pool",
            paramLabel = "N",
            description = "With --generate: how many samples, of which training and test sets are taken (2000).")
    private Integer pool;

    /**
     * The samples, in words, and what each class is called.
     *
     * @param samples all of them
     * @param name where they are from
     */
    public record Named(Samples samples, String name) {}

    /** Whether samples and their labels are named at all. */
    boolean given() {
        return generate != null || data != null && labels != null;
    }

    /**
     * The samples.
     *
     * @param seed of a generator
     * @throws InputException if files or options are missing, do not fit each other or can't be read
     * @throws IllegalArgumentException if a generator's number is out of range
     */
    public Named samples(long seed) {
        if ((data == null) == (generate == null)) {
            throw new InputException("--data FILE --labels FILE, or --generate NAME:X,...: one of them is needed");
        }
        if (generate != null) {
            refuse(labels != null, "--labels");
            refuse(classes != null, "--classes");
            refuse(divide != null, "--divide");
            return new Named(generated(seed), generate);
        }
        if (pool != null) {
            throw new InputException("--pool: allowed only with --generate");
        }
        if (labels == null) {
            throw new InputException("--labels: missing; --data needs a file with a label for each sample");
        }
        List<Long> chosen = classes == null ? List.of() : Arrays.asList(classes);
        LabelledSamples read = LabelledSamples.read(data, labels, chosen, divide == null ? 1 : divide);
        String names = read.classes().stream().limit(12).map(Object::toString).collect(Collectors.joining(" against "));
        return new Named(read.samples(), data.getFileName() + ", labels " + names);
    }

    private static void refuse(boolean given, String option) {
        if (given) {
            throw new InputException(option + ": allowed only with --data");
        }
    }

    private Samples generated(long seed) {
        int colon = generate.indexOf(':');
        String name = colon < 0 ? generate : generate.substring(0, colon);
        double[] numbers = numbers(colon < 0 ? "" : generate.substring(colon + 1));
        int count = pool == null ? POOL : pool;
        try {
            return generated(name, numbers, count, seed);
        } catch (IllegalArgumentException e) {
            boolean ofPool = e.getMessage().startsWith("count: ");
            throw new InputException(
                    ofPool
                            ? e.getMessage().replaceFirst("count: (-?\\d+);", "--pool $1:")
                            : "--generate " + generate + ": " + e.getMessage());
        }
    }

    private Samples generated(String name, double[] numbers, int count, long seed) {
        return switch (name + "/" + numbers.length) {
            case "parity/2" -> SyntheticSamples.parity(whole(numbers[0]), whole(numbers[1]), count, seed);
            case "moons/1" -> SyntheticSamples.moons(count, numbers[0], seed);
            case "kink/1" -> SyntheticSamples.kink(count, numbers[0], seed);
            case "slab/2" -> SyntheticSamples.slab(whole(numbers[0]), numbers[1], count, seed);
            case "mixture/3" -> SyntheticSamples.mixture(whole(numbers[0]), whole(numbers[1]), numbers[2], count, seed);
            case "teacher/1" -> SyntheticSamples.linearTeacher(whole(numbers[0]), count, seed);
            default -> throw refused();
        };
    }

    private double[] numbers(String text) {
        try {
            return text.isEmpty()
                    ? new double[0]
                    : Arrays.stream(text.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
        } catch (NumberFormatException e) {
            throw refused();
        }
    }

    private int whole(double number) {
        if (number != Math.rint(number) || Math.abs(number) > 1e9) {
            throw refused();
        }
        return (int) number;
    }

    private InputException refused() {
        return new InputException("--generate " + generate + ": " + FORMS);
    }
}
