package org.guesscheck.gnc.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.guesscheck.gnc.text.InputException;

/** Texts and other content of files, pipes or standard input; a text may begin with the byte order mark that some editors write. */
public final class InputText {
    /** Names standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final char MARK = '\uFEFF';

    private InputText() {}

    /**
     * Reads a whole text in UTF-8.
     *
     * @throws InputException if the file is missing, can't be read or is too large, naming it
     */
    public static String read(Path file) {
        return text(bytes(file), file);
    }

    /**
     * The text that bytes are; the name of their file is for errors.
     *
     * @throws InputException if they are none in UTF-8, or too large
     */
    public static String text(byte[] bytes, Path file) {
        if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe) {
            throw new InputException(file + ": this is UTF-16 text; UTF-8 is needed");
        }
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new InputException(file + ": not a text in UTF-8");
        } catch (OutOfMemoryError e) {
            throw tooLarge(file);
        }
    }

    /**
     * Reads a whole file, text or not.
     *
     * @throws InputException if the file is missing, can't be read or is too large, naming it
     */
    public static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": this is a directory; a file is needed");
        }
        try {
            if (file.toString().equals(STANDARD_INPUT)) {
                return Waiting.during(System.in::readAllBytes);
            }
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
            return Waiting.during(() -> {
                try (InputStream in = Files.newInputStream(file)) {
                    return in.readAllBytes();
                }
            });
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": there is no such file");
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + FileFailure.reason(e));
        } catch (OutOfMemoryError e) {
            throw tooLarge(file);
        }
    }

    /** The error of a file that does not fit into memory, as text or after parsing. */
    public static InputException tooLarge(Path file) {
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        return new InputException(file + ": too large for the heap of " + mebibytes + " MiB; a smaller file is allowed,"
                + " or a larger heap (GNC_JAVA_OPTS=-Xmx" + 2 * mebibytes + "m)");
    }

    /** How many bytes the byte order mark has that a text in UTF-8 begins with; 0 without one. */
    public static int markBytes(byte[] bytes) {
        byte[] mark = String.valueOf(MARK).getBytes(StandardCharsets.UTF_8);
        return Arrays.mismatch(bytes, 0, Math.min(bytes.length, mark.length), mark, 0, mark.length) < 0
                ? mark.length
                : 0;
    }

    /** A text without its byte order mark, which has no meaning in UTF-8. */
    public static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }
}
