package org.guesscheck.gnc.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Options of a published learning curve.
 *
 * @param name its name
 * @param shows what it is, in words
 * @param digits whether it needs files of handwritten digits
 * @param options values by the names of options, in their order; not to be changed
 */
public record LearningPreset(String name, String shows, boolean digits, SequencedMap<String, String> options) {
    /** The same with an option more. */
    LearningPreset with(String option, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new LearningPreset(name, shows, digits, more);
    }

    /** The options as they are written on a command line. */
    public String words() {
        return options.entrySet().stream().map(LearningPreset::words).collect(Collectors.joining(" "));
    }

    private static String words(Map.Entry<String, String> option) {
        return option.getKey() + " " + option.getValue();
    }
}
