package org.guesscheck.gnc.arrays;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.json.ProblemJson;
import org.guesscheck.gnc.npy.NpyArray;
import org.guesscheck.gnc.npy.NpzFile;
import org.guesscheck.gnc.text.InputException;

/** A problem file of either form, JSON or NumPy's {@code .npz}: its first bytes tell which. */
public final class ProblemFile {
    /** The end of the name of a file with arrays. */
    public static final String ARRAYS = ".npz";

    private final Path file;
    private final byte[] bytes;

    private ProblemFile(Path file) {
        this.file = file;
        bytes = InputText.bytes(file);
    }

    /** Takes the content of a file. */
    public static ProblemFile of(Path file) {
        return new ProblemFile(file);
    }

    /** Reads a problem. */
    public static Problem read(Path file) {
        return of(file).problem();
    }

    /**
     * The problem.
     *
     * @throws InputException if it is none, naming the file and the field or array
     */
    public Problem problem() {
        try {
            if (NpzFile.begins(bytes)) {
                return ProblemNpz.read(bytes, file.toString());
            }
            if (NpyArray.begins(bytes)) {
                throw new InputException(file + ": one array; a problem is several, in a file of numpy.savez");
            }
            return ProblemJson.parse(InputText.text(bytes, file), file.toString());
        } catch (OutOfMemoryError e) {
            throw InputText.tooLarge(file);
        }
    }

    /** The SHA-256 digest of the file; of a text, without its byte order mark. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int mark = InputText.markBytes(bytes);
            digest.update(bytes, mark, bytes.length - mark);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
