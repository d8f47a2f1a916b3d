package org.guesscheck.gnc.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;

/**
 * A line of a journal: a JSON object of which the last field is a checksum of all before it, so that no changed digit passes
 * for a result. Journals of older versions have lines without.
 */
final class JournalLine {
    /** Name of the checksum, the CRC-32C of the object's text without this field. */
    static final String CHECKSUM = "crc32c";

    private static final byte[] FIELD = (",\"" + CHECKSUM + "\":\"").getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 8;

    /** What some editors put before a text in UTF-8. */
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private static final int SUFFIX = FIELD.length + DIGITS + 2;

    private JournalLine() {}

    /** The bytes of an object's line, with its checksum and its end. */
    static byte[] of(ObjectNode object) {
        byte[] text = Json.line(object).getBytes(StandardCharsets.UTF_8);
        int end = text.length - 1;
        String suffix = new String(FIELD, StandardCharsets.US_ASCII) + expected(text, end) + "\n";
        byte[] line = Arrays.copyOf(text, end + suffix.length());
        System.arraycopy(suffix.getBytes(StandardCharsets.US_ASCII), 0, line, end, suffix.length());
        return line;
    }

    /**
     * Reads a line.
     *
     * @param line without its end
     * @param where the file and the line, for errors
     * @param needed whether a line without a checksum is damaged
     * @throws InputException if it was changed since it was written, or is no JSON object
     */
    static ObjectNode read(byte[] line, String where, boolean needed) {
        if (Arrays.equals(line, 0, Math.min(line.length, MARK.length), MARK, 0, MARK.length)) {
            return read(Arrays.copyOfRange(line, MARK.length, line.length), where, needed);
        }
        int end = line.length - SUFFIX;
        boolean has = end > 0 && Arrays.equals(line, end, end + FIELD.length, FIELD, 0, FIELD.length);
        if (has ? !matches(line, end) : needed) {
            throw damaged(where);
        }
        return Json.parse(new String(line, StandardCharsets.UTF_8), where);
    }

    static InputException damaged(String where) {
        return new InputException(where + ": damaged, since its checksum is not that of its text");
    }

    private static boolean matches(byte[] line, int end) {
        return expected(line, end).equals(new String(line, end + FIELD.length, DIGITS + 2, StandardCharsets.US_ASCII));
    }

    /** What follows the field's name where the object's text is closed after some bytes. */
    private static String expected(byte[] bytes, int end) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, end);
        crc.update('}');
        return HexFormat.of().toHexDigits((int) crc.getValue()) + "\"}";
    }
}
