package org.guesscheck.gnc.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Published learning curves of perceptrons: the toy data of Chiang et al. (2023) and the MLP panels on MNIST of Peleg and Hein (2024).
 * The page on learning curves says what differs from the publications.
 */
public final class LearningPresets {
    private static final List<LearningPreset> ALL = presets();

    private LearningPresets() {}

    /** All of them. */
    public static List<LearningPreset> all() {
        return ALL;
    }

    /** The one of a name; empty if there is none. */
    public static Optional<LearningPreset> named(String name) {
        return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    private static List<LearningPreset> presets() {
        List<LearningPreset> all = new ArrayList<>();
        all.add(chiang("kink", "figure 2", "kink:0.25", 10, 11, "1e7"));
        all.add(chiang("slab", "figure 3", "slab:4,0.1", 40, 140, "1e6"));
        for (String digits : List.of("0,7", "3,5")) {
            all.add(pelegHein(digits, "", "width 1/6", "20,10,5,2,2"));
            all.add(pelegHein(digits, "-width-2-6", "width 2/6", "40,20,10,4,2"));
            all.add(pelegHein(digits, "-width-4-6", "width 4/6", "80,40,20,8,2"));
            all.add(pelegHein(digits, "-width-1", "width 1", "120,60,30,12,2"));
            all.add(pelegHein(digits, "-hidden-1", "width 2/6, 1 hidden layer", "4,2"));
            all.add(pelegHein(digits, "-hidden-2", "width 2/6, 2 hidden layers", "10,4,2"));
            all.add(pelegHein(digits, "-hidden-3", "width 2/6, 3 hidden layers", "20,10,4,2"));
        }
        return List.copyOf(all);
    }

    /**
     * One hidden layer. The published network has biases at its outputs alone, of the same uniform law as its weights, and does not divide sums. Of
     * h hidden units and two features a bias scale of 1/sqrt(2 h) gives the outputs' biases the same weight beside the sums.
     */
    private static LearningPreset chiang(
            String name, String figure, String data, int hidden, int samples, String draws) {
        return empty("chiang-" + name, "Chiang et al. (2023), " + figure, false)
                .with("--generate", data)
                .with("--layers", hidden + ",2")
                .with("--bias", Float.toString((float) (1 / Math.sqrt(2 * hidden))))
                .with("--prior", "uniform")
                .with("--samples", Integer.toString(samples))
                .with("--sets", "16")
                .with("--sampler", "rejection")
                .with("--draws", draws);
    }

    private static LearningPreset pelegHein(String digits, String suffix, String size, String layers) {
        LearningPreset all = empty(
                        "peleg-hein-" + digits.replace(',', '-') + suffix,
                        "Peleg and Hein (2024), MLP, " + digits.replace(",", " against ") + ", " + size,
                        true)
                .with("--classes", digits)
                .with("--divide", "255")
                .with("--layers", layers)
                .with("--prior", "uniform")
                .with("--samples", "4,8,16,24")
                .with("--training", "balanced")
                .with("--sets", "32")
                .with("--replicas", "4")
                .with("--test", "500");
        // 3 against 5 is the harder question: with the usual numbers, half of the curves are marked, since the replicas
        // disagree.
        return digits.equals("3,5") ? all.with("--particles", "2048").with("--sweeps", "12") : all;
    }

    private static LearningPreset empty(String name, String shows, boolean digits) {
        return new LearningPreset(name, shows, digits, new LinkedHashMap<>());
    }
}
