package org.guesscheck.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guesscheck.core.posterior.Posterior;
import org.junit.jupiter.api.Test;

class EmbeddingExampleTest {
    private static final Path SOURCE = Path.of("src/test/java/org/guesscheck/core/EmbeddingExample.java");
    private static final String INDENT = "        ";

    @Test
    void acceptsDrawsWhichFit() {
        Posterior posterior = EmbeddingExample.run();

        assertTrue(posterior.thresholds().getFirst().accepted() > 0);
        assertEquals(0.02, posterior.thresholds().getFirst().eps());
    }

    @Test
    void isWhatTheReadmeShows() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        int start = indexOf(lines, "@start");
        List<String> example = lines.subList(start + 1, indexOf(lines, "@end"));
        String shown = String.join(
                "\n",
                example.stream()
                        .map(line -> "    " + line.substring(INDENT.length()))
                        .toList());

        assertTrue(example.size() <= 20);
        assertTrue(
                Files.readString(Path.of("../README.md")).contains(shown),
                "README.md shows another example than " + SOURCE);
    }

    private static int indexOf(List<String> lines, String marker) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(marker)) {
                return i;
            }
        }
        throw new AssertionError("no " + marker + " in " + SOURCE);
    }
}
