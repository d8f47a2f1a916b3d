package org.guesscheck.core.parts;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of a part: numbers of fixed length are big-endian; counts take 7 bits a byte, the lowest first, with the highest bit
 * set in all bytes but the last; texts and byte arrays begin with their length as a count. For one thread.
 */
public final class PartOutput {
    /** Arrays of this length can be made by every JVM. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[256];
    private int length;

    /** Starts with no bytes. */
    public PartOutput() {}

    private void reserve(int more) {
        if (more > bytes.length - length) {
            if (more > MOST - length) {
                throw new PartException("a part of more than 2 GiB; more parts are needed, each with fewer results");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(2L * bytes.length, (long) length + more)));
        }
    }

    private void fixed(long value, int count) {
        reserve(count);
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    /**
     * Writes two bytes.
     *
     * @param value 0 to 65,535
     * @return this output
     * @throws PartException here and below, if the bytes are more than an array can hold
     */
    public PartOutput putShort(int value) {
        fixed(value, 2);
        return this;
    }

    /**
     * Writes four bytes.
     *
     * @param value any
     * @return this output
     */
    public PartOutput putInt(int value) {
        fixed(value, 4);
        return this;
    }

    /**
     * Writes eight bytes.
     *
     * @param value any
     * @return this output
     */
    public PartOutput putLong(long value) {
        fixed(value, 8);
        return this;
    }

    /**
     * Writes the bits of a single-precision number.
     *
     * @param value any
     * @return this output
     */
    public PartOutput putFloat(float value) {
        return putInt(Float.floatToRawIntBits(value));
    }

    /**
     * Writes the bits of a double-precision number.
     *
     * @param value any
     * @return this output
     */
    public PartOutput putDouble(double value) {
        return putLong(Double.doubleToRawLongBits(value));
    }

    /**
     * Writes a number in as many bytes as it needs.
     *
     * @param value at least 0
     * @return this output
     */
    public PartOutput putCount(long value) {
        reserve(10);
        long rest = value;
        while (rest >>> 7 != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    /**
     * Writes a truth value as a byte.
     *
     * @param value any
     * @return this output
     */
    public PartOutput putFlag(boolean value) {
        fixed(value ? 1 : 0, 1);
        return this;
    }

    /**
     * Writes a text in UTF-8.
     *
     * @param value any
     * @return this output
     */
    public PartOutput putText(String value) {
        return putBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a byte array with its length.
     *
     * @param value any
     * @return this output
     */
    public PartOutput putBytes(byte[] value) {
        putCount(value.length);
        return putAll(value);
    }

    /** Writes bytes without their number. */
    PartOutput putAll(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    /**
     * Writes a whole number of any size.
     *
     * @param value any
     * @return this output
     */
    public PartOutput putWhole(BigInteger value) {
        return putBytes(value.toByteArray());
    }

    /**
     * Writes numbers with their count.
     *
     * @param values any
     * @return this output
     */
    public PartOutput putDoubles(double[] values) {
        putCount(values.length);
        for (double value : values) {
            putDouble(value);
        }
        return this;
    }

    /**
     * Writes numbers with their count.
     *
     * @param values any
     * @return this output
     */
    public PartOutput putFloats(float[] values) {
        putCount(values.length);
        for (float value : values) {
            putFloat(value);
        }
        return this;
    }

    /**
     * A short name of the bytes so far.
     *
     * @return "sha256:" and 64 hexadecimal digits
     */
    public String fingerprint() {
        return Checksum.text(Checksum.of(bytes, length));
    }

    /** The bytes so far and their checksum, with the length of both, in eight bytes, at a position. */
    byte[] sealed(int lengthAt) {
        int end = length;
        length = lengthAt;
        putLong((long) end + Checksum.LENGTH);
        length = end;
        return putAll(Checksum.of(bytes, end)).bytes();
    }

    /**
     * The number of bytes.
     *
     * @return 0 or more
     */
    public int length() {
        return length;
    }

    /**
     * The bytes so far.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
