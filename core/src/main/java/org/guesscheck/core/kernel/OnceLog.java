package org.guesscheck.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A log that says nothing twice.
 *
 * @param log where it is said
 * @param said what has been said; safe for use by several threads
 */
record OnceLog(System.Logger log, Set<String> said) {
    /**
     * Says a sentence if it is new, with those of its reasons that are new.
     *
     * @param level how important it is
     * @param sentence what is said once
     * @param details what belongs to it
     * @param reasons sentences that are said once themselves
     */
    void say(System.Logger.Level level, String sentence, List<String> details, List<String> reasons) {
        if (!said.add(sentence)) {
            return;
        }
        List<String> all = new ArrayList<>(details);
        reasons.stream().filter(said::add).forEach(all::add);
        log.log(level, sentence + (all.isEmpty() ? "" : ": " + String.join("; ", all)));
    }
}
