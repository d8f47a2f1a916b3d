package org.guesscheck.gnc.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.json.ProblemJson;
import org.guesscheck.gnc.text.InputException;

/**
 * A problem of a user's own, in a file.
 *
 * @param file its path, which a relative one is from the working directory
 * @param sha256 digest of its text, so that a sweep is never resumed with another problem
 */
public record OwnProblem(String file, String sha256) {
    /** Reads a problem's sizes. */
    public static ProblemRecipe recipe(Path file) {
        if (file.toString().equals(InputText.STANDARD_INPUT)) {
            throw new InputException("--problem -: the name of a file is needed, since --resume reads it again");
        }
        String text = InputText.read(file);
        Problem problem = ProblemJson.parse(text, file.toString());
        return new ProblemRecipe(
                problem.rows(),
                problem.cols(),
                0,
                problem.train().positions().isPresent(),
                problem.train().count(),
                java.util.Optional.of(new OwnProblem(file.toString(), digest(text))));
    }

    /**
     * Reads the problem.
     *
     * @throws InputException if the file is not the one that the sweep began with
     */
    Problem read() {
        return ProblemJson.parse(unchanged(), file);
    }

    /**
     * Checks that the file is the one that the sweep began with.
     *
     * @throws InputException if it is not
     */
    public void requireUnchanged() {
        unchanged();
    }

    private String unchanged() {
        String text = InputText.read(Path.of(file));
        String found = digest(text);
        if (!found.equals(sha256)) {
            throw new InputException(file + ": has the SHA-256 digest " + found + " instead of " + sha256
                    + "; a sweep is allowed with the problem that it began with only");
        }
        return text;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
