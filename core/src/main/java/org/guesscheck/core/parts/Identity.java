package org.guesscheck.core.parts;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that a result depends on, by name: parts of one question have equal ones. Immutable.
 *
 * @param settings values by their names, in the order in which a reader should compare them; the first one is the method
 */
public record Identity(Map<String, String> settings) {
    /** The name of the setting that names the method. */
    public static final String METHOD = "method";

    /** The name of the setting that stands for the program: it changes where a build draws other numbers. */
    public static final String PROGRAM = "program";

    /** Copies what it is given, keeping the order. */
    public Identity {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * The method.
     *
     * @return its name
     * @throws PartException if there is none
     */
    public String method() {
        String method = settings.get(METHOD);
        if (method == null) {
            throw new PartException("damaged: it names no method");
        }
        return method;
    }

    /**
     * The first setting that differs.
     *
     * @param other of another part
     * @return words such as "seed 2 instead of 1", where 2 is this one's; empty if both are of the same question
     */
    public Optional<String> difference(Identity other) {
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String others = other.settings.get(setting.getKey());
            if (!setting.getValue().equals(others)) {
                return Optional.of(setting.getKey() + " " + setting.getValue() + " instead of "
                        + (others == null ? "none" : others));
            }
        }
        return other.settings.keySet().stream()
                .filter(name -> !settings.containsKey(name))
                .findFirst()
                .map(name -> "no " + name);
    }

    /**
     * A short name of the question.
     *
     * @return "sha256:" and 64 hexadecimal digits
     */
    public String fingerprint() {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return Checksum.text(Checksum.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    void write(PartOutput out) {
        out.putCount(settings.size());
        settings.forEach((name, value) -> out.putText(name).putText(value));
    }

    static Identity read(PartInput in) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = in.nextCount(2); i > 0; i--) {
            settings.put(in.nextText(), in.nextText());
        }
        return new Identity(settings);
    }
}
