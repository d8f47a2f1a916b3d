package org.guesscheck.core.platform;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Logs a warning once in a JVM, though its cause returns with every call. */
public final class SaidOnce {
    /** All sentences that were logged: state of the whole JVM, on which no result depends. */
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private SaidOnce() {}

    /**
     * Logs a warning, unless the same sentence was logged before.
     *
     * @param log the logger
     * @param sentence the warning, one sentence that says what to do
     */
    public static void warn(System.Logger log, String sentence) {
        if (SAID.add(sentence)) {
            log.log(System.Logger.Level.WARNING, sentence);
        }
    }
}
