package org.guesscheck.gnc.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.kernel.Backend;
import org.junit.jupiter.api.Test;

class PinnedDigestsTest {
    /** The digests are those of plain Java in an earlier build. A bit that changes is a decision, which the changelog names. */
    @Test
    void everyBackendGivesTheDigestsThatAreWrittenDown() {
        List<Backend> backends = UsableBackends.all();
        List<Verdict> wrong = new ArrayList<>();
        List<Verdict> all = new ArrayList<>();
        Verdicts verdicts = new Verdicts(() -> false, verdict -> {
            all.add(verdict);
            if (!verdict.holds()) {
                wrong.add(verdict);
            }
        });
        PinsCheck.compare(backends, verdicts);
        assertEquals(List.of(), wrong);
        assertTrue(all.size() > 50 * backends.size(), all.size() + " verdicts of " + backends.size() + " backends");
    }
}
