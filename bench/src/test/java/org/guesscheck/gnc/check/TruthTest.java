package org.guesscheck.gnc.check;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Cases whose answers an independent program found by brute force, which are not part of this project; few draws, more with
 * {@code gnc check truth}. The seed is fixed; with another one, of the 20 comparisons one in 800 runs would fail by chance.
 */
class TruthTest {
    private static final Path DIRECTORY = Path.of("..", "..", "shared", "truth");
    private static final long MOST_DRAWS = 3_000_000;

    @Test
    void agreesWithBruteForce() {
        boolean present = Files.isDirectory(DIRECTORY);
        if (!present) {
            System.out.println("note: " + DIRECTORY + " is absent; nothing is compared with brute force");
        }
        assumeTrue(present || "true".equals(System.getenv("CI")), DIRECTORY + " is absent");
        List<TruthCase> cases = TruthCase.read(DIRECTORY);
        assertTrue(cases.size() >= 7, "a test of nothing");
        for (TruthCase c : cases) {
            Verdict verdict = TruthCheck.compare(c, Math.min(MOST_DRAWS, TruthCheck.fullDraws(c)), () -> false);
            assertTrue(verdict.holds(), verdict.text());
        }
    }
}
