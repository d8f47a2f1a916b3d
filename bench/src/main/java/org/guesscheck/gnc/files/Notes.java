package org.guesscheck.gnc.files;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Warnings that are logged once, although their cause is there for every file. */
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
