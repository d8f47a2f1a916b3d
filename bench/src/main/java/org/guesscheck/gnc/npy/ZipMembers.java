package org.guesscheck.gnc.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.guesscheck.gnc.text.InputException;

/**
 * The members of a zip archive in memory, found by its central directory (PKWARE APPNOTE 6.3). Python writes to a pipe stored members whose
 * sizes stand in the directory alone, which {@link java.util.zip.ZipInputStream} refuses; {@link java.util.zip.ZipFile} reads no pipe.
 */
final class ZipMembers {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int MOST_COMMENT = 0xffff;

    /** In the place of a size or an offset: it stands in the extra field of 64 bits. */
    private static final long ELSEWHERE = 0xffffffffL;

    private static final int SIZES_OF_64_BITS = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Deflate makes at most so many bytes of one. */
    private static final long MOST_INFLATION = 1032;

    private final String file;
    private final ByteBuffer bytes;

    private record Member(String name, int flags, int method, long crc, long packed, long size, long offset) {}

    private ZipMembers(byte[] archive, String file) {
        this.file = file;
        bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether bytes begin as a zip archive does. */
    static boolean begins(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && (bytes[2] == 3 || bytes[2] == 5);
    }

    /** The bytes of every member by its name; the name of the file is for errors. */
    static Map<String, byte[]> read(byte[] archive, String file) {
        return new ZipMembers(archive, file).read();
    }

    private Map<String, byte[]> read() {
        try {
            int end = end();
            int count = bytes.getShort(end + 10) & 0xffff;
            int at = position(bytes.getInt(end + 16) & ELSEWHERE);
            Map<String, byte[]> members = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                if (bytes.getInt(at) != CENTRAL) {
                    throw damaged();
                }
                int nameBytes = bytes.getShort(at + 28) & 0xffff;
                int extraBytes = bytes.getShort(at + 30) & 0xffff;
                Member member = member(at, nameBytes, extraBytes);
                if (members.put(member.name(), content(member)) != null) {
                    throw new InputException(file + ": " + member.name() + " is there twice; once is allowed");
                }
                at += CENTRAL_BYTES + nameBytes + extraBytes + (bytes.getShort(at + 32) & 0xffff);
            }
            return members;
        } catch (IndexOutOfBoundsException e) {
            throw damaged();
        }
    }

    private InputException damaged() {
        return new InputException(file + ": a damaged or truncated zip archive; a whole .npz file is needed");
    }

    /** Where the end record is; only a comment follows it. */
    private int end() {
        int least = Math.max(0, bytes.limit() - END_BYTES - MOST_COMMENT);
        for (int at = bytes.limit() - END_BYTES; at >= least; at--) {
            if (bytes.getInt(at) == END && at + END_BYTES + (bytes.getShort(at + 20) & 0xffff) == bytes.limit()) {
                return at;
            }
        }
        throw damaged();
    }

    private int position(long offset) {
        if (offset < 0 || offset > bytes.limit()) {
            throw damaged();
        }
        return (int) offset;
    }

    private Member member(int at, int nameBytes, int extraBytes) {
        String name = new String(bytes.array(), at + CENTRAL_BYTES, nameBytes, StandardCharsets.UTF_8);
        long packed = bytes.getInt(at + 20) & ELSEWHERE;
        long size = bytes.getInt(at + 24) & ELSEWHERE;
        long offset = bytes.getInt(at + 42) & ELSEWHERE;
        int extra = at + CENTRAL_BYTES + nameBytes;
        int extraEnd = extra + extraBytes;
        while (extra + 4 <= extraEnd) {
            int field = extra + 4;
            if ((bytes.getShort(extra) & 0xffff) == SIZES_OF_64_BITS) {
                // Only those that have no place in 32 bits are there, in this order.
                if (size == ELSEWHERE) {
                    size = bytes.getLong(field);
                    field += 8;
                }
                if (packed == ELSEWHERE) {
                    packed = bytes.getLong(field);
                    field += 8;
                }
                if (offset == ELSEWHERE) {
                    offset = bytes.getLong(field);
                }
            }
            extra += 4 + (bytes.getShort(extra + 2) & 0xffff);
        }
        int flags = bytes.getShort(at + 8) & 0xffff;
        int method = bytes.getShort(at + 10) & 0xffff;
        return new Member(name, flags, method, bytes.getInt(at + 16) & ELSEWHERE, packed, size, offset);
    }

    private byte[] content(Member member) {
        String where = file + ": " + member.name();
        if ((member.flags() & 1) != 0) {
            throw new InputException(where + ": encrypted; a member without a password is needed");
        }
        int local = position(member.offset());
        if (bytes.getInt(local) != LOCAL) {
            throw damaged();
        }
        long start = (long) local
                + LOCAL_BYTES
                + (bytes.getShort(local + 26) & 0xffff)
                + (bytes.getShort(local + 28) & 0xffff);
        long end = start + member.packed();
        boolean possible = member.packed() >= 0
                && member.size() >= 0
                && end <= bytes.limit()
                && member.size() <= Math.min(Integer.MAX_VALUE - 8, (member.packed() + 1) * MOST_INFLATION);
        if (!possible) {
            throw damaged();
        }
        byte[] content = new byte[(int) member.size()];
        boolean whole = switch (member.method()) {
            case STORED -> copied((int) start, (int) member.packed(), content);
            case DEFLATED -> inflated((int) start, (int) member.packed(), content);
            default ->
                throw new InputException(where + ": compressed by method " + member.method()
                        + "; stored and deflated members are allowed");
        };
        CRC32 crc = new CRC32();
        crc.update(content);
        if (!whole || crc.getValue() != member.crc()) {
            throw new InputException(where + ": damaged, since its checksum differs; a whole .npz file is needed");
        }
        return content;
    }

    private boolean copied(int start, int packed, byte[] content) {
        if (packed != content.length) {
            return false;
        }
        bytes.get(start, content);
        return true;
    }

    private boolean inflated(int start, int packed, byte[] content) {
        try (Closing inflater = new Closing()) {
            inflater.zip.setInput(bytes.array(), start, packed);
            int made = 0;
            while (made < content.length && !inflater.zip.finished()) {
                int more = inflater.zip.inflate(content, made, content.length - made);
                if (more == 0 && (inflater.zip.needsInput() || inflater.zip.needsDictionary())) {
                    return false;
                }
                made += more;
            }
            return made == content.length;
        } catch (DataFormatException e) {
            return false;
        }
    }

    private static final class Closing implements AutoCloseable {
        private final Inflater zip = new Inflater(true);

        @Override
        public void close() {
            zip.end();
        }
    }
}
