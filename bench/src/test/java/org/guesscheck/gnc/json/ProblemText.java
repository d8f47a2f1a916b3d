package org.guesscheck.gnc.json;

import java.io.IOException;
import java.io.StringWriter;
import org.guesscheck.core.problem.Problem;

/** A problem as the text of its file. */
final class ProblemText {
    private ProblemText() {}

    static String of(Problem problem) throws IOException {
        StringWriter text = new StringWriter();
        ProblemJson.write(problem, text, () -> false);
        return text.toString();
    }
}
