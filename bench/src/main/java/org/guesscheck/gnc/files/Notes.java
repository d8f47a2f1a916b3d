package org.guesscheck.gnc.files;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Warnings that are of use once, though their cause returns with every file. */
public final class Notes {
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Notes() {}

    /** Logs a warning, unless it was logged before. */
    public static void once(System.Logger log, String sentence) {
        if (SAID.add(sentence)) {
            log.log(System.Logger.Level.WARNING, sentence);
        }
    }
}
