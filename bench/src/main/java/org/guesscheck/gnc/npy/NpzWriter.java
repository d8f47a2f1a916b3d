package org.guesscheck.gnc.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a {@code .npz} file: stored members without a time, so that equal arrays make equal bytes. Low bytes come first. */
public final class NpzWriter implements AutoCloseable {
    /** The earliest time that a zip archive knows; NumPy writes it too. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Numbers in a piece that is written at once. */
    private static final int PIECE = 1 << 13;

    private final ZipOutputStream zip;

    /** Writes to a stream, which is closed with this. */
    public NpzWriter(OutputStream to) {
        zip = new ZipOutputStream(to);
        zip.setMethod(ZipOutputStream.STORED);
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private interface Put {
        void put(ByteBuffer to, int position);
    }

    /** Numbers of double precision, the last index fastest. */
    public NpzWriter put(String name, double[] values, int... shape) throws IOException {
        return member(
                name,
                8L * values.length,
                header("<f8", values.length, shape),
                out -> numbers(values.length, 8, (to, i) -> to.putDouble(values[i]), out));
    }

    /** Numbers of single precision, the last index fastest. */
    public NpzWriter put(String name, float[] values, int... shape) throws IOException {
        return member(
                name,
                4L * values.length,
                header("<f4", values.length, shape),
                out -> numbers(values.length, 4, (to, i) -> to.putFloat(values[i]), out));
    }

    /** Whole numbers of 64 bits, the last index fastest. */
    public NpzWriter put(String name, long[] values, int... shape) throws IOException {
        return member(
                name,
                8L * values.length,
                header("<i8", values.length, shape),
                out -> numbers(values.length, 8, (to, i) -> to.putLong(values[i]), out));
    }

    /** Truth values. */
    public NpzWriter put(String name, boolean[] values, int... shape) throws IOException {
        return member(
                name,
                values.length,
                header("|b1", values.length, shape),
                out -> numbers(values.length, 1, (to, i) -> to.put((byte) (values[i] ? 1 : 0)), out));
    }

    /**
     * Numbers of double precision that need not be in memory together.
     *
     * @param row all numbers of one first index; asked twice for each
     * @param shape with at least one index
     */
    public NpzWriter putRows(String name, IntFunction<double[]> row, int... shape) throws IOException {
        long count = 1;
        for (int length : shape) {
            count = Math.multiplyExact(count, length);
        }
        return member(name, 8 * count, NpyHeader.write("<f8", shape), out -> {
            for (int r = 0; r < shape[0]; r++) {
                double[] values = row.apply(r);
                numbers(values.length, 8, (to, i) -> to.putDouble(values[i]), out);
            }
        });
    }

    private static byte[] header(String descr, int count, int... shape) {
        long product = 1;
        for (int length : shape) {
            product *= length;
        }
        if (product != count) {
            throw new IllegalArgumentException("shape: " + product + " numbers for an array of " + count);
        }
        return NpyHeader.write(descr, shape);
    }

    /** A stored member needs its checksum first, so the content is made twice. */
    private NpzWriter member(String name, long bytes, byte[] header, Content content) throws IOException {
        CRC32 crc = new CRC32();
        try (OutputStream checked = new CheckedOutputStream(OutputStream.nullOutputStream(), crc)) {
            checked.write(header);
            content.writeTo(checked);
        }
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        entry.setSize(header.length + bytes);
        entry.setCompressedSize(header.length + bytes);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(header);
        content.writeTo(zip);
        zip.closeEntry();
        return this;
    }

    private static void numbers(int count, int bytes, Put put, OutputStream out) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(bytes * PIECE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            put.put(piece, i);
            if (!piece.hasRemaining()) {
                out.write(piece.array(), 0, piece.position());
                piece.clear();
            }
        }
        out.write(piece.array(), 0, piece.position());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
