package org.guesscheck.gnc.npy;

import static org.guesscheck.gnc.npy.NpyBytes.header;
import static org.guesscheck.gnc.npy.NpyBytes.version1;
import static org.guesscheck.gnc.npy.NpyBytes.version2;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Array files by their bytes. */
class NpyArrayTest {
    private static final String NAME = "x.npy";

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static String refused(byte[] file) {
        return assertThrows(InputException.class, () -> NpyArray.read(file, NAME))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "|b1, 01, 1",
        "|b1, 00, 0",
        "|i1, ff, -1",
        "|u1, ff, 255",
        "<i2, feff, -2",
        ">i2, fffe, -2",
        "<u2, feff, 65534",
        ">u2, fffe, 65534",
        "<i4, feffffff, -2",
        ">i4, 00000102, 258",
        "<u4, ffffffff, 4294967295",
        ">u4, 80000000, 2147483648",
        "<i8, feffffffffffffff, -2",
        ">i8, 0000000000000102, 258",
        "<u8, ffffffffffffffff, 18446744073709551615",
        ">u8, 8000000000000000, 9223372036854775808",
        "<f4, 0000c03f, 1.5",
        ">f4, 3fc00000, 1.5",
        "<f8, 000000000000f8bf, -1.5",
        ">f8, bff8000000000000, -1.5",
        ">f8, 7ff8000000000000, NaN",
        ">f8, fff0000000000000, -Infinity"
    })
    void everyTypeOfNumberIsReadInBothByteOrders(String descr, String bytes, double value) {
        for (byte[] file : new byte[][] {
            version1(header(descr, false, "()"), hex(bytes)), version2(header(descr, true, "(1, 1)"), hex(bytes))
        }) {
            assertArrayEquals(new double[] {value}, NpyArray.read(file, NAME).values());
        }
    }

    /** A number that is no double is rounded to the nearest, once. */
    @Test
    void largeWholeNumbersAreRoundedOnce() {
        byte[] file = version1(header(">u8", false, "(2,)"), hex("8000000000000401 ffffffffffffffff"));
        assertArrayEquals(
                new double[] {0x1p63 + 2048, 0x1p64}, NpyArray.read(file, NAME).values());
    }

    @Test
    void theFirstIndexMayVaryFastest() {
        byte[] numbers = new byte[12];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (byte) i;
        }
        NpyArray matrix = NpyArray.read(version1(header("|u1", true, "(2, 3)"), Arrays.copyOf(numbers, 6)), NAME);
        assertArrayEquals(new int[] {2, 3}, matrix.shape());
        assertArrayEquals(new double[] {0, 2, 4, 1, 3, 5}, matrix.values());
        NpyArray cube = NpyArray.read(version1(header("|u1", true, "(2, 3, 2)"), numbers), NAME);
        assertArrayEquals(new double[] {0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11}, cube.values());
        assertArrayEquals(
                new double[0],
                NpyArray.read(version1(header("|u1", true, "(2, 0)")), NAME).values());
    }

    @Test
    void headersOfOtherProgramsAreRead() {
        for (String header : new String[] {
            "{\"shape\":(2L,),\"descr\":\"|u1\",\"fortran_order\":False}",
            "{'fortran_order': False, 'shape': (2,), 'descr': 'u1', }            \n"
        }) {
            assertArrayEquals(
                    new double[] {7, 8},
                    NpyArray.read(version1(header, (byte) 7, (byte) 8), NAME).values());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "|O!(1,)!an array of Python objects (dtype object); numbers are needed, as float64",
                "<f2!(1,)!numbers of type <f2; bool, int8 to int64, uint8 to uint64, float32 and float64 are allowed",
                "<c16!(1,)!numbers of type <c16; bool, int8 to int64, uint8 to uint64, float32 and float64 are allowed",
                "<U4!(1,)!numbers of type <U4; bool, int8 to int64, uint8 to uint64, float32 and float64 are allowed",
                "|u1!(3,)!2 bytes of numbers; 3 are needed for shape (3,), so the array is cut off",
                "|u1!()!2 bytes of numbers; 1 are needed for shape ()",
                "|u1!(70000, 70000)!shape (70000, 70000); at most 2147483639 numbers in all are allowed",
                "|u1!(3000000000,)!shape (3000000000,); at most 2147483647 along each index is allowed",
                "|u1![2]!its header is none of an array; descr, fortran_order and shape are needed"
            })
    void whatIsNoneIsRefusedByName(String descr, String shape, String sentence) {
        assertEquals(NAME + ": " + sentence, refused(version1(header(descr, false, shape), (byte) 1, (byte) 2)));
    }

    @Test
    void damagedFilesAreRefusedByName() {
        assertEquals(NAME + ": does not begin as an array that NumPy saved (.npy)", refused("\u0093NUMPX".getBytes()));
        byte[] later = version1(header("|u1", false, "()"), (byte) 1);
        later[6] = 3;
        assertEquals(NAME + ": version 3.0 of the .npy format; 1.0 and 2.0 are allowed", refused(later));
        assertEquals(
                NAME + ": its header is none of an array; descr, fortran_order and shape are needed",
                refused(version1("{'descr': '|u1', 'shape': (), 'x': True}")));
        assertEquals(
                NAME + ": an array of records; one of bool, int8 to int64, uint8 to uint64, float32 and float64 is"
                        + " allowed",
                refused(version1("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }")));
        byte[] huge = version2("x");
        huge[11] = 0x7f;
        assertEquals(NAME + ": a header of 2130706433 bytes; at most 65536 are allowed", refused(huge));
    }

    @Test
    void noPrefixIsTakenForTheWhole() {
        byte[] file = version1(header("<f8", false, "(2,)"), new byte[16]);
        for (int length = 0; length < file.length; length++) {
            refused(Arrays.copyOf(file, length));
        }
        assertEquals(2, NpyArray.read(file, NAME).values().length);
    }

    @Test
    void shapesAndNumbersAreRequired() {
        NpyArray array = NpyArray.read(version1(header(">f4", false, "(2, 1)"), hex("3fc00000 7fc00000")), NAME);
        assertEquals(array, array.require("n x 1", -1, 1));
        assertEquals(
                "x.npy: shape (2, 1); a number for each = (n,) is needed",
                assertThrows(InputException.class, () -> array.require("a number for each", -1))
                        .getMessage());
        assertEquals(
                "x.npy[1, 0]: NaN is not a finite number",
                assertThrows(InputException.class, array::requireFinite).getMessage());
    }
}
