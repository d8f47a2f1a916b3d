package org.guesscheck.gnc.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.files.FileFailure;
import org.guesscheck.gnc.text.InputException;

/** The sentence on stderr with which the process ends when its work failed, and the exit code that belongs to it. */
public final class Complaint {
    private static final String DETAILS = " (--debug shows where)";

    private Complaint() {}

    /** Says a sentence and returns the exit code. */
    public static int say(String sentence, int code) {
        System.err.println("gnc: " + Sentence.of(sentence));
        return code;
    }

    /** Says why the work ended and returns the exit code. */
    public static int about(Throwable e) {
        return switch (e) {
            case CancellationException cancelled -> say("interrupted; nothing was finished", ExitCode.INTERRUPTED);
            case ClusterFailure cluster -> say(cluster.getMessage(), ExitCode.FAILED);
            case FileFailure file -> say(file.getMessage(), ExitCode.FAILED);
            case UncheckedIOException unchecked -> about(unchecked.getCause());
            case IOException io -> say(FileFailure.reason(io) + DETAILS, ExitCode.FAILED);
            case InputException input -> say(input.getMessage(), ExitCode.USAGE);
            case IllegalArgumentException setting -> say(setting.getMessage(), ExitCode.USAGE);
            case UnsupportedOperationException unusable
            when unusable.getMessage() != null -> say(unusable.getMessage(), ExitCode.FAILED);
            case OutOfMemoryError memory -> say(LackOfMemory.sentence(memory), ExitCode.USAGE);
            default -> {
                String message = e.getMessage() == null ? "" : ": " + e.getMessage();
                yield say(e.getClass().getSimpleName() + message + DETAILS, ExitCode.FAILED);
            }
        };
    }
}
