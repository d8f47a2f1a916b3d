package org.guesscheck.gnc.data;

import static org.guesscheck.gnc.npy.NpyBytes.header;
import static org.guesscheck.gnc.npy.NpyBytes.version1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.core.data.Samples;
import org.guesscheck.gnc.python.Python;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledSamplesTest {
    private static final List<Long> ALL = List.of();

    @TempDir
    private Path directory;

    private Path file(String name, byte... content) {
        try {
            return Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path csv(String name, String... lines) {
        return file(name, String.join("\n", lines).getBytes());
    }

    private Path bytes(String name, String shape, int... numbers) {
        byte[] content = new byte[numbers.length];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) numbers[i];
        }
        return file(name, version1(header("|u1", false, shape), content));
    }

    private Path doubles(String name, String shape, double... numbers) {
        ByteBuffer content = ByteBuffer.allocate(8 * numbers.length);
        for (double number : numbers) {
            content.putDouble(number);
        }
        return file(name, version1(header(">f8", false, shape), content.array()));
    }

    /** Four samples of two features, with the labels 7, 0, 3 and 0. */
    private Path features() {
        return bytes("X.npy", "(4, 2)", 1, 2, 3, 4, 5, 6, 255, 0);
    }

    private Path labels() {
        return bytes("y.npy", "(4,)", 7, 0, 3, 0);
    }

    private static void are(LabelledSamples read, float[] values, int[] labels, Long... classes) {
        Samples samples = read.samples();
        assertArrayEquals(values, samples.values());
        assertArrayEquals(labels, samples.labels());
        assertEquals(List.of(classes), read.classes());
    }

    @Test
    void allLabelsBySizeAreTheClasses() {
        are(
                LabelledSamples.read(features(), labels()),
                new float[] {1, 2, 3, 4, 5, 6, 255, 0},
                new int[] {2, 0, 1, 0},
                0L,
                3L,
                7L);
    }

    @Test
    void chosenClassesAreNumberedInTheirOrder() {
        are(
                LabelledSamples.read(features(), labels(), List.of(7L, 0L), 255),
                new float[] {1 / 255f, 2 / 255f, 3 / 255f, 4 / 255f, 1, 0},
                new int[] {0, 1, 1},
                7L,
                0L);
    }

    @Test
    void allIndicesButTheFirstCountFeatures() {
        Path cube = bytes("cube.npy", "(2, 2, 3)", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        Samples samples =
                LabelledSamples.read(cube, bytes("two.npy", "(2, 1)", 0, 1)).samples();
        assertEquals(6, samples.features());
        assertEquals(11, samples.feature(1, 5));
        Path columnsFirst =
                file("columns.npy", version1(header("|u1", true, "(2, 2, 2)"), new byte[] {0, 4, 2, 6, 1, 5, 3, 7}));
        assertArrayEquals(
                new float[] {0, 1, 2, 3, 4, 5, 6, 7},
                LabelledSamples.read(columnsFirst, directory.resolve("two.npy"))
                        .samples()
                        .values());
    }

    @Test
    void csvTablesAreRead() {
        float[] values = {1.5f, -2e-3f, 0, 4};
        int[] numbers = {1, 0};
        for (Path features : List.of(
                csv("plain.csv", "1.5,-2e-3", "0, 4"),
                csv("header.csv", "\uFEFFwidth,\"the height\"", "1.5,-2e-3", "", "+0.,4", ""))) {
            for (Path labels : List.of(csv("labels.csv", "2", "-1.0"), csv("named.csv", "label", "2", "-1"))) {
                are(LabelledSamples.read(features, labels), values, numbers, -1L, 2L);
            }
        }
    }

    private String refused(Path features, Path labels, List<Long> classes, double divisor) {
        return assertThrows(InputException.class, () -> LabelledSamples.read(features, labels, classes, divisor))
                .getMessage()
                .replace(directory + "/", "");
    }

    private void refuses(String sentence, Path features, Path labels) {
        assertEquals(sentence, refused(features, labels, ALL, 1));
    }

    @Test
    void filesOfAnotherFormAreRefused() {
        refuses("none.npy: there is no such file", directory.resolve("none.npy"), labels());
        refuses(
                "text.npy: does not begin as an array that NumPy saved (.npy)",
                csv("text.npy", "1,2", "3,4"),
                labels());
        refuses("some: not a text in UTF-8", file("some", (byte) 0x80, (byte) 3), labels());
        refuses(
                "X.npz: a .npz file; one array is needed, as numpy.save writes it (.npy)",
                file("X.npz", (byte) 'P', (byte) 'K', (byte) 3, (byte) 4),
                labels());
        refuses(
                "cut.npy: 3 bytes of numbers; 4 are needed for shape (2, 2), so the array is cut off",
                bytes("cut.npy", "(2, 2)", 1, 2, 3),
                labels());
        for (String type : List.of("<c16", "<U4", "<f2")) {
            refuses(
                    "type.npy: numbers of type " + type
                            + "; bool, int8 to int64, uint8 to uint64, float32 and float64 are allowed",
                    file("type.npy", version1(header(type, false, "(1, 1)"), new byte[16])),
                    labels());
        }
        refuses(
                "object.npy: an array of Python objects (dtype object); numbers are needed, as float64",
                file("object.npy", version1(header("|O", false, "(1, 1)"), new byte[8])),
                labels());
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        refuses(
                "flat.npy: shape (4,); samples x features is needed, in two dimensions or more, for one feature (4, 1)",
                bytes("flat.npy", "(4,)", 1, 2, 3, 4),
                labels());
        for (String shape : List.of("(0, 2)", "(4, 0)")) {
            refuses(
                    "empty.npy: shape " + shape + "; a row for each sample is needed, and at least one number",
                    bytes("empty.npy", shape),
                    labels());
        }
        refuses(
                "lone.npy: shape (); a row for each sample is needed, and at least one number",
                features(),
                bytes("lone.npy", "()", 1));
        refuses(
                "wide.npy: 2 columns; one is needed, a label for each sample",
                features(),
                bytes("wide.npy", "(2, 2)", 0, 1, 1, 0));
        refuses(
                "X.npy: 4 samples; 3 are needed, one for each label in three.csv",
                features(),
                csv("three.csv", "0", "1", "2"));
    }

    @Test
    void badNumbersAreNamedByTheirPlace() {
        refuses(
                "nan.npy: [1, 0, 1]: not a finite number; finite features are needed",
                doubles("nan.npy", "(2, 1, 2)", 1, 2, 3, Double.NaN),
                bytes("two.npy", "(2,)", 0, 1));
        refuses(
                "inf.csv: line 3, column 2: not a finite number; finite features are needed",
                csv("inf.csv", "a,b", "1,2", "3,-inf"),
                directory.resolve("two.npy"));
        refuses(
                "large.npy: [0, 1]: 2.0E14; -1e14 to 1e14 is allowed",
                doubles("large.npy", "(2, 2)", 1e14, 2e14, 3, 4),
                directory.resolve("two.npy"));
        assertEquals("X.npy: [0, 0]: 1.0E20; -1e14 to 1e14 is allowed", refused(features(), labels(), ALL, 1e-20));
        refuses(
                "half.npy: [1]: 0.5 as a label; a whole number of -2^53 to 2^53 is allowed",
                features(),
                doubles("half.npy", "(4,)", 0, 0.5, 1, 1));
        refuses(
                "nan.csv: line 2, column 1: NaN as a label; a whole number of -2^53 to 2^53 is allowed",
                features(),
                csv("nan.csv", "0", "nan", "1", "1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1,2;3,4,5!line 2: 3 fields; 2 are needed, as in the first line",
                "a,b;3!line 2: 1 field; 2 are needed, as in the first line",
                "1,x;3,4!line 1, column 2: \"x\" is not a number; numbers with commas between them are needed",
                "1,2;3,!line 2, column 2: \"\" is not a number; numbers with commas between them are needed",
                "1,2;3,0x1p3!line 2, column 2: \"0x1p3\" is not a number; numbers with commas between them are needed",
                "1,2;3,4f!line 2, column 2: \"4f\" is not a number; numbers with commas between them are needed",
                "a,b!no line of numbers; at least one is needed",
                "0,1,2;5,6,7!line 1: 0 to 2 in order look like the names of columns; a table without them is needed (in"
                        + " pandas header=False), or a line of names above them"
            })
    void tablesOfAnotherFormAreRefused(String lines, String sentence) {
        refuses("X.csv: " + sentence, csv("X.csv", lines.split(";")), labels());
    }

    @Test
    void classesThatAreNoneAreRefused() {
        refuses(
                "ones.npy: all labels are 1; at least two classes are needed",
                features(),
                bytes("ones.npy", "(4,)", 1, 1, 1, 1));
        assertEquals("--classes 7: one class; at least two are needed", refused(features(), labels(), List.of(7L), 1));
        assertEquals(
                "--classes: 7 is there twice; once is allowed", refused(features(), labels(), List.of(7L, 0L, 7L), 1));
        assertEquals(
                "--classes: 5: no sample in y.npy has this label; allowed are 0, 3, 7",
                refused(features(), labels(), List.of(7L, 5L), 1));
        for (double divisor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "--divide " + divisor + ": a finite number above 0 is allowed",
                    refused(features(), labels(), ALL, divisor));
        }
    }

    @Test
    void oneSampleHasOneLabel() {
        Path same = csv("same.csv", "a", "1", "2", "3", "2");
        refuses(
                "same.csv: line 3 and line 5 have the same features in single precision, and the labels 0 and 5 in"
                        + " other.csv; one label for each sample is allowed",
                same,
                csv("other.csv", "1", "0", "1", "5"));
        assertEquals(
                "X2.npy: [0] and [2] have the same features in single precision, and the labels 4 and 9 in y2.npy; one"
                        + " label for each sample is allowed",
                refused(bytes("X2.npy", "(3, 1)", 8, 7, 8), bytes("y2.npy", "(3,)", 4, 6, 9), List.of(9L, 4L), 1));
        are(
                LabelledSamples.read(same, directory.resolve("other.csv"), List.of(0L, 1L), 1),
                new float[] {1, 2, 3},
                new int[] {1, 0, 1},
                0L,
                1L);
    }

    @Test
    void arraysOfNumPyAreRead() throws IOException, InterruptedException {
        String program = """
            import numpy as np
            X = np.arange(24).reshape(4, 3, 2) - 5
            y = np.array([3, 1, 3, 2])
            for name, type in enumerate(["int8", "<i2", ">i4", ">i8", "<f4", ">f8"]):
                np.save(f"X{name}.npy", np.asfortranarray(X.astype(type)) if name % 2 else X.astype(type))
                np.save(f"y{name}.npy", y.astype(["uint8", "<u2", ">u4", ">u8", "<f4", ">f8"][name]))
            """;
        Python.Printed printed = Python.with("numpy").run(directory, "-c", program);
        assertEquals(0, printed.code(), printed.text());
        float[] values = new float[24];
        for (int e = 0; e < 24; e++) {
            values[e] = e - 5;
        }
        for (int name = 0; name < 6; name++) {
            are(
                    LabelledSamples.read(
                            directory.resolve("X" + name + ".npy"), directory.resolve("y" + name + ".npy")),
                    values,
                    new int[] {2, 0, 2, 1},
                    1L,
                    2L,
                    3L);
        }
    }
}
