package org.guesscheck.gnc.config;

import java.util.List;
import java.util.Map;
import org.guesscheck.gnc.json.Fields;

/**
 * Refuses a config in the words of its file.
 *
 * @param fields the file's
 * @param names what that file calls our fields, where it has other names for them
 */
record Checker(Fields fields, Map<String, String> names) {
    boolean has(String name) {
        return fields.has(name);
    }

    void require(boolean holds, String name, String what) {
        if (!holds) {
            throw fields.error(names.getOrDefault(name, name), what);
        }
    }

    void each(List<Double> values, String name, int count) {
        require(
                values.size() == 1 || values.size() == count,
                name,
                values.size() + " numbers; one, or one for each of the " + count + " values, is allowed");
        require(values.stream().allMatch(v -> v > 0), name, "only numbers above 0 are allowed");
    }
}
