package org.guesscheck.gnc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The presets are the experiment files of the paper's code, which are not part of this project. */
class ReferenceConfigTest {
    private static final Path FILES = Path.of("..", "..", "shared", "reference-configs");

    @TempDir
    Path directory;

    @Test
    void presetsAreTheReferencesFiles() throws IOException {
        boolean present = Files.isDirectory(FILES);
        if (!present) {
            System.out.println(
                    "note: " + FILES + " is absent; the presets are not compared with the reference's files");
        }
        assumeTrue(present || "true".equals(System.getenv("CI")), FILES + " is absent");
        List<String> notes = new ArrayList<>();
        Set<SweepConfig> read = new HashSet<>();
        try (var files = Files.list(FILES)) {
            files.filter(f -> f.toString().endsWith(".json"))
                    .forEach(f -> read.add(untitled(ConfigReader.read(f, notes::add))));
        }
        Set<SweepConfig> presets = new HashSet<>();
        Presets.named("paper").forEach(panel -> presets.add(untitled(panel)));
        assertEquals(33, read.size());
        assertEquals(presets, read);
        assertEquals(15, notes.size(), "one note for every width file");
    }

    @Test
    void aMisspeltFieldIsNamedWithItsNearest() throws IOException {
        Path file = Files.writeString(directory.resolve("c.json"), "{\"n_rows\": 5, \"gnc_num_sample\": 1}");
        String sentence = assertThrows(InputException.class, () -> ConfigReader.read(file, note -> {}))
                .getMessage();
        assertTrue(sentence.startsWith(file + ": gnc_num_sample: unknown field"), sentence);
        assertTrue(sentence.contains("did you mean gnc_num_samples?"), sentence);
        assertTrue(sentence.contains("n_rows, n_cols"), sentence);
    }

    /** A size that no int holds, and one that would take hours; in the words of the file at hand. */
    @ParameterizedTest
    @CsvSource({
        "100000, false, '10000000000 entries; at most 16384 are allowed, more for matrix completion'",
        "1000, false, '1000000 entries; at most 16384 are allowed, more for matrix completion'",
        "100000, true, 10000000000 entries; at most 2147483639 are allowed"
    })
    void sizesAreRefusedByField(int size, boolean completion, String end) throws IOException {
        SweepConfig quick = Presets.named("quick").getFirst();
        ObjectNode own =
                ConfigJson.write(quick).put("rows", size).put("cols", size).put("completion", completion);
        Path file = Files.writeString(directory.resolve("own.json"), Json.print(own));
        assertEquals(
                file + ": rows: " + size + " with " + size + " columns has " + end,
                assertThrows(InputException.class, () -> ConfigReader.read(file, note -> {}))
                        .getMessage());
        Path reference = Files.writeString(directory.resolve("reference.json"), """
            {"n_rows": %d, "n_cols": %d, "gt_rank": 1, "num_seeds": 1, "completion": %s, "num_measurements": 3,
             "activation": "Linear", "gnc_num_samples": 10, "gnc_eps_train": 0.02, "gnc_init": "gauss",
             "gnc_normalize": false, "gnc_softening": 1e-6, "gd_lrs": [1e-3], "gd_epochs": 2,
             "gd_init_scales": [1e-3], "depth": 2, "widths": [5]}
            """.formatted(size, size, completion));
        assertEquals(
                reference + ": n_rows: " + size + " with " + size + " columns has " + end,
                assertThrows(InputException.class, () -> ConfigReader.read(reference, note -> {}))
                        .getMessage());
    }

    @Test
    void ourFormatGivesTheSameConfigBack() {
        for (SweepConfig config : Presets.all().values()) {
            assertEquals(config, ConfigJson.read(ConfigJson.write(config), "memory"));
        }
    }

    /** The files know neither titles nor samplers, nor a wanted error. */
    private static SweepConfig untitled(SweepConfig c) {
        var node = ConfigJson.write(c).put("title", "").put("sampler", RejectionSampler.NAME);
        node.remove("relativeError");
        return ConfigJson.read(node, "memory");
    }
}
