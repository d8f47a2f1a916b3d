package org.guesscheck.gnc.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    private static final int VALUE = 5;

    private static final Watcher NOBODY = new Watcher() {};

    @TempDir
    private Path results;

    private record Outcome(Posterior posterior, Descent descent) {}

    @Test
    void panelsThatDifferInGradientDescentShareAnswers() throws IOException {
        Answers answers = new Answers();
        Outcome first = run("first", answers, node -> {});
        Outcome second = run("second", answers, node -> node.put("momentum", 0.9));
        assertSame(first.posterior(), second.posterior());
        assertNotEquals(first.descent().digest(), second.descent().digest());
        assertEquals(
                run("alone", new Answers(), node -> node.put("momentum", 0.9))
                        .descent()
                        .digest(),
                second.descent().digest());
    }

    @ParameterizedTest
    @CsvSource({"seed, 2", "eps, 0.4", "draws, 30000", "measurements, 14", "rank, 2", "fixed, 3"})
    void anotherQuestionIsAnsweredAnew(String field, double value) throws IOException {
        Answers answers = new Answers();
        Posterior first = run("first", answers, node -> {}).posterior();
        Posterior second = run("second", answers, node -> {
                    if (value == Math.rint(value)) {
                        node.put(field, (long) value);
                    } else {
                        node.put(field, value);
                    }
                })
                .posterior();
        assertNotEquals(first.origin().digest(), second.origin().digest());
    }

    private Outcome run(String name, Answers answers, Consumer<ObjectNode> change) throws IOException {
        ObjectNode node = ConfigJson.write(Presets.all().get("quick"));
        node.put("sampler", "rejection").put("relativeError", 0).put("eps", 0.5);
        node.put("draws", 20_000).put("epochs", 30).put("trials", 1);
        node.putArray("values").add(VALUE);
        change.accept(node);
        SweepConfig config = ConfigJson.read(node, "test");
        Path directory = Files.createDirectories(results.resolve(name));
        try (Journal journal = Journal.open(directory, config)) {
            Panel panel = new Panel(config, directory, journal);
            panel.begin(false);
            SweepExecution execution = new SweepExecution(OptionalInt.of(1), "scalar", () -> false);
            new SweepRun(panel, answers, execution, NOBODY).run();
            assertTrue(journal.complete());
            CellId cell = CellId.all(config).getFirst();
            return new Outcome(
                    journal.posterior(cell).orElseThrow(),
                    journal.descents(cell).orElseThrow().runs().getFirst());
        }
    }
}
