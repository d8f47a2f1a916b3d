package org.guesscheck.core.parts;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link PartOutput} wrote, in the same order. For one thread. */
public final class PartInput {
    private final byte[] bytes;
    private int at;

    /**
     * Starts at the first byte.
     *
     * @param bytes not to be changed while they are read
     */
    public PartInput(byte[] bytes) {
        this.bytes = bytes;
    }

    private void require(long count) {
        if (count < 0 || count > bytes.length - at) {
            throw damaged();
        }
    }

    private static PartException damaged() {
        return new PartException("damaged: it ends, or begins a list that is longer than its bytes, in the middle");
    }

    private long fixed(int count) {
        require(count);
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    /**
     * Reads two bytes.
     *
     * @return 0 to 65,535
     * @throws PartException here and below, if the bytes end too early
     */
    public int nextShort() {
        return (int) fixed(2);
    }

    /**
     * Reads four bytes.
     *
     * @return the number
     */
    public int nextInt() {
        return (int) fixed(4);
    }

    /**
     * Reads eight bytes.
     *
     * @return the number
     */
    public long nextLong() {
        return fixed(8);
    }

    /**
     * Reads a single-precision number.
     *
     * @return the number with its bits
     */
    public float nextFloat() {
        return Float.intBitsToFloat(nextInt());
    }

    /**
     * Reads a double-precision number.
     *
     * @return the number with its bits
     */
    public double nextDouble() {
        return Double.longBitsToDouble(nextLong());
    }

    /**
     * Reads a count.
     *
     * @return at least 0
     */
    public long nextCount() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            long next = fixed(1);
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                if (value < 0) {
                    throw damaged();
                }
                return value;
            }
        }
        throw damaged();
    }

    /**
     * Reads the count of things that follow.
     *
     * @param size bytes that each of them takes at least
     * @return at least 0, and no more than fit into the bytes that are left
     */
    public int nextCount(int size) {
        long count = nextCount();
        if (count > (bytes.length - at) / size) {
            throw damaged();
        }
        return (int) count;
    }

    /**
     * Reads a truth value.
     *
     * @return the value
     */
    public boolean nextFlag() {
        return fixed(1) != 0;
    }

    /**
     * Reads a text.
     *
     * @return the text
     */
    public String nextText() {
        return new String(nextBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Reads a byte array.
     *
     * @return a new array
     */
    public byte[] nextBytes() {
        int count = nextCount(1);
        return nextAll(count);
    }

    /** Reads so many bytes. */
    byte[] nextAll(int count) {
        require(count);
        byte[] read = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return read;
    }

    /**
     * Reads a whole number of any size.
     *
     * @return the number
     */
    public BigInteger nextWhole() {
        byte[] read = nextBytes();
        if (read.length == 0) {
            throw damaged();
        }
        return new BigInteger(read);
    }

    /**
     * Reads numbers.
     *
     * @return a new array
     */
    public double[] nextDoubles() {
        double[] values = new double[nextCount(Double.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = nextDouble();
        }
        return values;
    }

    /**
     * Reads numbers.
     *
     * @return a new array
     */
    public float[] nextFloats() {
        float[] values = new float[nextCount(Float.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = nextFloat();
        }
        return values;
    }

    /**
     * Whether all was read.
     *
     * @return true at the end
     */
    public boolean atEnd() {
        return at == bytes.length;
    }
}
