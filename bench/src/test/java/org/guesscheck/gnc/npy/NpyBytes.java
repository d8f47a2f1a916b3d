package org.guesscheck.gnc.npy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as the format's description has them, written by hand. */
public final class NpyBytes {
    private NpyBytes() {}

    /** An array of version 1.0 with a header and bytes of numbers. */
    public static byte[] version1(String header, byte... numbers) {
        return file(1, 2, header, numbers);
    }

    /** An array of version 2.0, whose header's length has four bytes. */
    static byte[] version2(String header, byte... numbers) {
        return file(2, 4, header, numbers);
    }

    private static byte[] file(int version, int lengthBytes, String header, byte... numbers) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = ByteBuffer.allocate(8 + lengthBytes + text.length + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (lengthBytes == 2) {
            file.putShort((short) text.length);
        } else {
            file.putInt(text.length);
        }
        return file.put(text).put(numbers).array();
    }

    /** A header as NumPy writes it. */
    public static String header(String descr, boolean columnsFirst, String shape) {
        return "{'descr': '" + descr + "', 'fortran_order': " + (columnsFirst ? "True" : "False") + ", 'shape': "
                + shape + ", }\n";
    }

    /** An archive of members, each a name and its content. */
    static byte[] zip(boolean stored, Object... members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < members.length; i += 2) {
                byte[] content = (byte[]) members[i + 1];
                ZipEntry entry = new ZipEntry((String) members[i]);
                if (stored) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
