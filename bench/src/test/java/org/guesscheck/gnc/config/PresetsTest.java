package org.guesscheck.gnc.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guesscheck.gnc.json.Json;
import org.junit.jupiter.api.Test;

/** Presets stay as they were, so that the name of one always means the same sweep; new ones may join them. */
class PresetsTest {
    @Test
    void theyAreThoseOfTheFirstVersion() throws IOException {
        List<String> lines;
        try (InputStream in = PresetsTest.class.getResourceAsStream("presets.jsonl")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        assertEquals(1 + 33 + 3, lines.size());
        Map<String, SweepConfig> presets = Presets.all();
        List<String> titles = new ArrayList<>();
        for (String line : lines) {
            String title = Json.parse(line, "presets.jsonl").get("title").textValue();
            titles.add(title);
            assertTrue(presets.containsKey(title), title);
            assertEquals(line, Json.line(ConfigJson.write(presets.get(title))));
        }
        assertEquals(33, Presets.named("paper").size());
        assertEquals(3, Presets.named("figure-2").size());
        assertEquals(
                List.of("figure-2-linear-fits", "figure-2-tanh-fits", "figure-2-leaky-relu-fits"),
                Presets.named("figure-2-fits").stream().map(SweepConfig::title).toList());
        assertEquals(titles, List.copyOf(presets.keySet()).subList(0, titles.size()), "in their order");
    }
}
