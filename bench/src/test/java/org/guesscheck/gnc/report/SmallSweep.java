package org.guesscheck.gnc.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.guesscheck.gnc.config.ConfigJson;
import org.guesscheck.gnc.config.Presets;
import org.guesscheck.gnc.config.SweepConfig;
import org.guesscheck.gnc.journal.Journal;
import org.guesscheck.gnc.sweep.Answers;
import org.guesscheck.gnc.sweep.Panel;
import org.guesscheck.gnc.sweep.SweepExecution;
import org.guesscheck.gnc.sweep.SweepRun;
import org.guesscheck.gnc.sweep.Watcher;

/** Sweeps of a second, whose directories are reported. */
final class SmallSweep {
    private static final Watcher NOBODY = new Watcher() {};

    private SmallSweep() {}

    /** Two widths and two trials. */
    static void run(Path directory, String title, String sampler, double eps, int epochs) throws IOException {
        run(directory, node -> {
            node.put("title", title).put("sampler", sampler).put("eps", eps).put("epochs", epochs);
            node.putArray("values").add(5).add(7);
        });
    }

    /** Two widths and two thresholds. */
    static void map(Path directory, String title) throws IOException {
        run(directory, node -> {
            node.put("title", title)
                    .put("sampler", "rejection")
                    .put("epochs", 100)
                    .put("depth", 2);
            node.remove(java.util.List.of("sweep", "values", "fixed", "eps"));
            var axes = node.putArray("axes");
            axes.addObject().put("name", "width").putArray("values").add(3).add(6);
            axes.addObject().put("name", "eps").putArray("values").add(0.2).add(0.5);
        });
    }

    private static void run(Path directory, Consumer<ObjectNode> change) throws IOException {
        Files.createDirectories(directory);
        ObjectNode node = ConfigJson.write(Presets.all().get("quick"));
        // Enough for two or three replicas of splitting, which are too few to be trusted.
        node.put("draws", 50_000).put("relativeError", 0).put("trials", 2);
        // Fast enough to fit in some thousands of epochs.
        node.putArray("learningRates").add(0.01);
        node.putArray("initScales").add(0.3);
        change.accept(node);
        SweepConfig config = ConfigJson.read(node, "test");
        try (Journal journal = Journal.open(directory, config)) {
            Panel panel = new Panel(config, directory, journal);
            panel.begin(false);
            SweepExecution execution = new SweepExecution(OptionalInt.of(1), "scalar", () -> false);
            new SweepRun(panel, new Answers(), execution, NOBODY).run();
        }
    }
}
