package org.guesscheck.gnc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.gnc.config.LearningPreset;
import org.guesscheck.gnc.config.LearningPresets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Published learning curves by name. */
class LearnPresetTest {
    private static final String FEW = " --sets 1 --samples 2 --json ";

    static Stream<String> names() {
        return LearningPresets.all().stream().map(LearningPreset::name);
    }

    private static JsonNode learned(String options) {
        return Left.by("learn " + options + FEW).json();
    }

    /** A preset says what its options say, whichever samples they are asked of. */
    @ParameterizedTest
    @MethodSource("names")
    void aPresetStandsForItsOptions(String name) {
        LearningPreset preset = LearningPresets.named(name).orElseThrow();
        String few = preset.digits()
                ? " --generate mixture:5,2,1 --particles 16 --sweeps 1 --replicas 4 --test 9"
                : " --draws 2000";
        JsonNode node = learned("--preset " + name + few);
        assertEquals(
                List.of(preset.options().get("--layers").split(",")),
                node.at("/network/layers").valueStream().map(JsonNode::asText).toList());
        assertEquals("relu", node.at("/network/activation").asText());
        assertEquals("uniform", node.at("/network/prior").asText());
        String bias = preset.options().getOrDefault("--bias", "0");
        assertEquals(Float.parseFloat(bias), node.at("/network/biasScale").floatValue());
        assertEquals(
                preset.options().getOrDefault("--generate", "mixture:5,2,1"),
                node.path("data").asText());
        assertEquals(
                preset.digits() ? "splitting" : "rejection",
                node.at("/sets/0/sampler").asText());
        assertEquals(1, node.path("sets").size());
        assertEquals(
                2,
                node.at("/sets/0/points")
                        .valueStream()
                        .toList()
                        .getLast()
                        .path("samples")
                        .intValue());
    }

    /** The published hidden layers have 120, 60, 30 and 12 units times the width; a network with fewer has the last of them. */
    @ParameterizedTest
    @CsvSource({
        "'', 1, 4",
        "-width-2-6, 2, 4",
        "-width-4-6, 4, 4",
        "-width-1, 6, 4",
        "-hidden-1, 2, 1",
        "-hidden-2, 2, 2",
        "-hidden-3, 2, 3"
    })
    void widthsAreThePublishedOnes(String suffix, int sixths, int hidden) {
        StringBuilder layers = new StringBuilder();
        for (int units : List.of(120, 60, 30, 12).subList(4 - hidden, 4)) {
            layers.append(units * sixths / 6).append(',');
        }
        for (String digits : List.of("0-7", "3-5")) {
            LearningPreset preset =
                    LearningPresets.named("peleg-hein-" + digits + suffix).orElseThrow();
            assertEquals(layers + "2", preset.options().get("--layers"));
            assertEquals(digits.replace('-', ','), preset.options().get("--classes"));
        }
    }

    @Test
    void givenOptionsStandBeforeThePreset() {
        JsonNode node = learned("--layers 3,1 --bias 0 --preset chiang-kink --draws 777 --prior gauss");
        assertEquals("[3,1]", node.at("/network/layers").toString());
        assertEquals("gauss", node.at("/network/prior").asText());
        assertEquals(0, node.at("/network/biasScale").doubleValue());
        assertEquals(777, node.at("/sets/0/draws").intValue());
        assertEquals("kink:0.25", node.path("data").asText());
    }

    @Test
    void optionsOfAnotherSamplerAreLeftOut() {
        String split = "--preset chiang-kink --sampler splitting --particles 16 --sweeps 1 --replicas 4";
        assertEquals("splitting", learned(split).at("/sets/0/sampler").asText());
        String guessed = "--preset peleg-hein-0-7 --generate mixture:5,2,1 --sampler rejection --draws 1000";
        assertEquals("rejection", learned(guessed).at("/sets/0/sampler").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--preset kink|'kink' is no preset of gnc learn; gnc presets lists them",
                "--preset peleg-hein-0-7|--preset peleg-hein-0-7: --data FILE and --labels FILE are needed, digits of"
                        + " 14 x 14 pixels; toolchain/data/mnist --half makes them",
                "--preset peleg-hein-0-7 --data x.npy|--preset peleg-hein-0-7: --data FILE and --labels FILE",
                "--preset chiang-kink --data x.npy|--labels: missing; --data needs a file",
                "--preset chiang-kink --sweeps 3|--sweeps: allowed only with --sampler splitting",
                "--preset chiang-kink --samples 0|--samples 0: whole numbers from 1 on"
            })
    void badInputIsOneSentence(String options, String sentence) {
        String said = Left.refused("learn " + options);
        assertTrue(said.contains(sentence), said);
    }

    @Test
    void presetsAreListed() {
        String listed = Left.by("presets").out();
        names().forEach(name -> assertTrue(listed.lines().anyMatch(line -> line.startsWith(name + " ")), name));
        assertTrue(listed.contains(": --generate slab:4,0.1 --layers 40,2 "), listed);
        String help = Left.by("learn --help").out().replaceAll("\\s+", "");
        names().forEach(name -> assertTrue(help.contains(name), name));
    }
}
