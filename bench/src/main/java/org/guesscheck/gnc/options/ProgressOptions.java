package org.guesscheck.gnc.options;

import org.guesscheck.gnc.terminal.ProgressForm;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** How a command shows how far it is. */
public final class ProgressOptions {
    @Option(
            names = "--progress",
            defaultValue = "auto",
            completionCandidates = Allowed.ProgressForms.class,
            paramLabel = "FORM",
            description =
                    "How progress is shown on standard error: auto (a live line on a terminal, plain lines elsewhere),"
                            + " plain, json (an object on each line, whose fields formats.md lists), or none"
                            + " (${DEFAULT-VALUE}).")
    private String form;

    /**
     * The place where progress is shown.
     *
     * @throws InputException if there is no such form
     */
    public ProgressLine line() {
        return new ProgressLine(ProgressForm.of(Choice.of("--progress", form, ProgressForm.names())));
    }

    /**
     * Checks that a study's progress, which is told in words only, was not asked for in another form.
     *
     * @throws InputException if it was
     */
    public void requireWords(String study) {
        if (!form.equals("auto")) {
            throw new InputException("--progress " + form + ": " + study
                    + " is a study, which tells its progress in words; it is allowed with presets and config files");
        }
    }
}
