package org.guesscheck.gnc.config;

import java.nio.file.Path;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.gnc.arrays.ProblemFile;
import org.guesscheck.gnc.files.InputText;
import org.guesscheck.gnc.text.InputException;

/**
 * A problem of a user's own, in a file.
 *
 * @param file its path, which a relative one is from the working directory
 * @param sha256 digest of its content, so that a sweep is never resumed with another problem
 */
public record OwnProblem(String file, String sha256) {
    /** Reads a problem's sizes. */
    public static ProblemRecipe recipe(Path file) {
        if (file.toString().equals(InputText.STANDARD_INPUT)) {
            throw new InputException("--problem -: the name of a file is needed, since --resume reads it again");
        }
        ProblemFile content = ProblemFile.of(file);
        Problem problem = content.problem();
        return new ProblemRecipe(
                problem.rows(),
                problem.cols(),
                0,
                problem.train().positions().isPresent(),
                problem.train().count(),
                java.util.Optional.of(new OwnProblem(file.toString(), content.sha256())));
    }

    /**
     * Reads the problem.
     *
     * @throws InputException if the file is not the one that the sweep began with
     */
    Problem read() {
        return unchanged().problem();
    }

    /**
     * Checks that the file is the one that the sweep began with.
     *
     * @throws InputException if it is not
     */
    public void requireUnchanged() {
        unchanged();
    }

    private ProblemFile unchanged() {
        ProblemFile content = ProblemFile.of(Path.of(file));
        String found = content.sha256();
        if (!found.equals(sha256)) {
            throw new InputException(file + ": has the SHA-256 digest " + found + " instead of " + sha256
                    + "; a sweep is allowed with the problem that it began with only");
        }
        return content;
    }
}
