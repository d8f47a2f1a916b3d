package org.guesscheck.gnc.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.Span;
import org.guesscheck.gnc.files.FileFailure;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.text.InputException;

/**
 * A file with a part, of which only what orders parts is kept in memory.
 *
 * @param file where it is
 * @param identity the question
 * @param span the range of pieces
 * @param content a checksum of all but the provenance
 */
record PartFile(Path file, Identity identity, Span span, byte[] content) {
    /**
     * Reads and checks a file.
     *
     * @throws InputException if it can't be read or is no whole part of a numbered range, naming it
     */
    static PartFile of(Path file) {
        Part part = read(file);
        if (part.span().of() == 0) {
            throw new InputException(file + ": a part without a number; one of gnc shard K/N is needed");
        }
        return new PartFile(file, part.identity(), part.span(), part.content());
    }

    /** The part; its file may have been replaced since. */
    Part part() {
        Part part = read(file);
        if (!Arrays.equals(part.content(), content)) {
            throw new InputException(file + ": it was changed while it was read; one more try is needed");
        }
        return part;
    }

    static Part read(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": this is a directory; a file of gnc shard is needed");
        }
        try {
            return Part.read(Files.readAllBytes(file));
        } catch (PartException e) {
            throw new InputException(file + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": there is no such file");
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + FileFailure.reason(e));
        } catch (OutOfMemoryError e) {
            throw InputText.tooLarge(file);
        }
    }
}
