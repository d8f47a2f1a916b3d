package org.guesscheck.gnc.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** What NumPy calls a dtype: the kind, the bytes and the byte order of an array's numbers. */
record ElementType(char kind, int bytes, ByteOrder order) {
    /** The types that are read, for errors. */
    static final String ALLOWED = "bool, int8 to int64, uint8 to uint64, float32 and float64";

    /** The type that a header calls {@code <f8}, say; empty for a type that is not read, such as Python objects. */
    static Optional<ElementType> named(String descr) {
        if (!descr.matches("[<>|=]?[biuf][1248]")) {
            return Optional.empty();
        }
        char kind = descr.charAt(descr.length() - 2);
        int bytes = descr.charAt(descr.length() - 1) - '0';
        boolean known = switch (kind) {
            case 'b' -> bytes == 1;
            case 'f' -> bytes >= 4;
            default -> true;
        };
        ByteOrder order = switch (descr.charAt(0)) {
            case '>' -> ByteOrder.BIG_ENDIAN;
            case '<' -> ByteOrder.LITTLE_ENDIAN;
            default -> ByteOrder.nativeOrder();
        };
        return known ? Optional.of(new ElementType(kind, bytes, order)) : Optional.empty();
    }

    /** The next number. A whole number of 64 bits is rounded to double precision. */
    double next(ByteBuffer from) {
        return switch (kind) {
            case 'b' -> from.get() == 0 ? 0 : 1;
            case 'f' -> bytes == 4 ? from.getFloat() : from.getDouble();
            case 'i' -> signed(from);
            default -> unsigned(from);
        };
    }

    private long signed(ByteBuffer from) {
        return switch (bytes) {
            case 1 -> from.get();
            case 2 -> from.getShort();
            case 4 -> from.getInt();
            default -> from.getLong();
        };
    }

    private double unsigned(ByteBuffer from) {
        if (bytes < 8) {
            return signed(from) & (1L << 8 * bytes) - 1;
        }
        long value = from.getLong();
        // Halved with its last bit kept, so that it is rounded once.
        return value >= 0 ? value : 2.0 * (value >>> 1 | value & 1);
    }
}
