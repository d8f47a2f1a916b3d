package org.guesscheck.core.posterior;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an estimate came about and whether it can be trusted.
 *
 * @param values single numbers by name, in the order in which a report should show them
 * @param series numbers per level or per replica by name
 * @param notes facts that a reader should know and that take nothing from the estimate, one sentence each
 * @param reasons why the estimate should not be trusted, one sentence each; empty if it can be
 */
public record Diagnostics(
        Map<String, Double> values, Map<String, List<Double>> series, List<String> notes, List<String> reasons) {
    /** Nothing to say. */
    public static final Diagnostics NONE = new Diagnostics(Map.of(), Map.of(), List.of(), List.of());

    /** Copies what it is given, keeping the order. */
    public Diagnostics {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Map<String, List<Double>> copy = new LinkedHashMap<>();
        series.forEach((name, numbers) -> copy.put(name, List.copyOf(numbers)));
        series = Collections.unmodifiableMap(copy);
        notes = List.copyOf(notes);
        reasons = List.copyOf(reasons);
    }

    /**
     * Whether no check failed.
     *
     * @return false if there is a reason not to trust the estimate
     */
    public boolean trustworthy() {
        return reasons.isEmpty();
    }

    /**
     * The same diagnostics with further facts.
     *
     * @param first facts that come before the others
     * @return a changed copy
     */
    public Diagnostics notedFirst(List<String> first) {
        List<String> all = new ArrayList<>(first);
        all.addAll(notes);
        return new Diagnostics(values, series, all, reasons);
    }

    /** Collects diagnostics; for one thread. */
    public static final class Builder {
        private final Map<String, Double> values = new LinkedHashMap<>();
        private final Map<String, List<Double>> series = new LinkedHashMap<>();
        private final List<String> notes = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();

        /** Starts with nothing. */
        public Builder() {}

        /**
         * Adds a number.
         *
         * @param name its name in reports, in camel case
         * @param value the number
         * @return this builder
         */
        public Builder value(String name, double value) {
            values.put(name, value);
            return this;
        }

        /**
         * Adds numbers that belong together.
         *
         * @param name their name in reports, in camel case
         * @param numbers one per level or replica
         * @return this builder
         */
        public Builder series(String name, List<Double> numbers) {
            series.put(name, List.copyOf(numbers));
            return this;
        }

        /**
         * Adds a fact.
         *
         * @param sentence without a full stop
         * @return this builder
         */
        public Builder note(String sentence) {
            notes.add(sentence);
            return this;
        }

        /**
         * Adds a reason for not trusting the estimate.
         *
         * @param sentence without a full stop
         * @return this builder
         */
        public Builder doubt(String sentence) {
            reasons.add(sentence);
            return this;
        }

        /**
         * Finishes.
         *
         * @return what was collected
         */
        public Diagnostics build() {
            return new Diagnostics(values, series, notes, reasons);
        }
    }
}
