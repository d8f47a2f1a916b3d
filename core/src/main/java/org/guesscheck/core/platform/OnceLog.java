package org.guesscheck.core.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A log that says nothing twice, though the cause of a message returns with every call.
 *
 * @param log where messages go
 * @param said the sentences that were logged; safe for use by several threads
 */
public record OnceLog(System.Logger log, Set<String> said) {
    /** All sentences that were logged in this JVM. No result depends on them. */
    private static final Set<String> IN_THIS_JVM = ConcurrentHashMap.newKeySet();

    /**
     * A log whose sentences are said once in a JVM.
     *
     * @param log where messages go
     * @return the log
     */
    public static OnceLog inThisJvm(System.Logger log) {
        return new OnceLog(log, IN_THIS_JVM);
    }

    /**
     * Logs a warning, unless it was logged before.
     *
     * @param sentence the warning, one sentence that says what to do
     */
    public void warn(String sentence) {
        say(System.Logger.Level.WARNING, sentence, List.of(), List.of());
    }

    /**
     * Logs a sentence, unless it was logged before, with the reasons that were not.
     *
     * @param level how important the message is
     * @param sentence what is said once
     * @param details what belongs to the sentence
     * @param reasons sentences that are said once themselves
     */
    public void say(System.Logger.Level level, String sentence, List<String> details, List<String> reasons) {
        if (!said.add(sentence)) {
            return;
        }
        List<String> all = new ArrayList<>(details);
        reasons.stream().filter(said::add).forEach(all::add);
        log.log(level, sentence + (all.isEmpty() ? "" : ": " + String.join("; ", all)));
    }
}
