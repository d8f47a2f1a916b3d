package org.guesscheck.spark;

import java.util.Optional;

/** What Spark's messages say in their first line; stack traces of other machines follow it. */
final class Failures {
    private static final String RECENT = "most recent failure: ";

    private Failures() {}

    /** The sentence about a job that Spark gave up. */
    static String ofJob(Throwable failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        int recent = message.indexOf(RECENT);
        return recent < 0
                ? "the cluster gave the work up: " + firstLine(failure)
                : "a task failed again and again: "
                        + message.substring(recent + RECENT.length())
                                .lines()
                                .findFirst()
                                .orElse("");
    }

    /** The first line of a message. */
    static String firstLine(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.toString())
                .lines()
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }
}
