package org.guesscheck.gnc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guesscheck.gnc.json.Json;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {
    @TempDir
    private Path directory;

    private static ObjectNode titled(String title) {
        return ConfigJson.write(Presets.all().get("quick")).put("title", title);
    }

    private SweepConfig read(ObjectNode node) throws IOException {
        // Half a pair can be written as an escape alone.
        StringBuilder text = new StringBuilder();
        Json.print(node)
                .chars()
                .forEach(c -> text.append(c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return ConfigReader.read(Files.writeString(directory.resolve("config.json"), text), note -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x",
                "a/b",
                "a\\b",
                ".",
                "..",
                "",
                " ",
                "a\u0001b",
                "a\nb",
                "\u001b[31mred",
                "a\ud800b",
                "\udc00",
                "a\uffffb"
            })
    void titlesThatLeadElsewhereOrCannotBeShownAreRefused(String title) throws IOException {
        refused(titled(title));
        // A run.json has its config inside.
        ObjectNode run = Json.object();
        run.set("config", titled(title));
        refused(run);
    }

    private void refused(ObjectNode node) {
        String said = assertThrows(InputException.class, () -> read(node)).getMessage();
        assertTrue(said.contains("config.json: title: \"") && said.contains("without control characters"), said);
        assertEquals(1, said.lines().count());
        assertFalse(said.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c)), said);
    }

    @Test
    void namesOfDirectoriesHaveALength() throws IOException {
        assertEquals("\u65e5".repeat(83), read(titled("\u65e5".repeat(83))).title());
        refused(titled("\u65e5".repeat(84)));
        refused(titled("x".repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"figure-1", "a..b", "\u00c9tude n\u00b0 1: <b>&\"'", "\ud83d\ude00 \u65e5\u672c"})
    void othersAreTaken(String title) throws IOException {
        assertEquals(title, read(titled(title)).title());
    }

    @Test
    void theNameOfAReferenceFileIsATitle() throws IOException {
        Path file = directory.resolve("two\nlines.json");
        Files.writeString(file, """
            {"n_rows": 5, "n_cols": 5, "gt_rank": 1, "num_seeds": 1, "completion": false, "num_measurements": 15,
             "activation": "Linear", "gnc_num_samples": 10, "gnc_eps_train": 0.02, "gnc_init": "gauss",
             "gnc_normalize": false, "gnc_softening": 1e-6, "gd_lrs": 1e-4, "gd_epochs": 1, "gd_init_scales": 1e-3,
             "widths": [5], "depth": 2}
            """);
        String said = assertThrows(InputException.class, () -> ConfigReader.read(file, note -> {}))
                .getMessage();
        assertTrue(said.contains("title: \"two\ufffdlines\""), said);
    }
}
