package org.guesscheck.gnc.config;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.ConditionalSampler;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.json.Fields;

/** What must hold between the fields of a config, with errors that use the field names of the file at hand. */
final class ConfigChecks {
    /** Our own names are those of the record. */
    static final Map<String, String> OWN = Map.of();

    /** A sweep of more trials at widths or depths would fill memory before it began. */
    private static final long MOST_CELLS = 1_000_000;

    private ConfigChecks() {}

    static SweepConfig check(SweepConfig c, Fields fields, Map<String, String> names) {
        Checker checker = new Checker(fields, names);
        long entries = (long) c.rows() * c.cols();
        int most = c.completion() ? Problem.MOST_ENTRIES : Problem.MOST_COMPLEMENTED;
        checker.require(
                entries <= most,
                "rows",
                c.rows() + " with " + c.cols() + " columns has " + entries + " entries; at most " + most
                        + (c.completion() ? " are allowed" : " are allowed, more for matrix completion"));
        checker.require(
                (long) c.trials() * c.values().size() <= MOST_CELLS,
                "trials",
                c.trials() + " for each of " + c.values().size() + " values; at most " + MOST_CELLS
                        + " are allowed in all");
        checker.require(c.eps() > 0, "eps", c.eps() + "; a number above 0 is allowed");
        checker.require(
                c.rank() <= Math.min(c.rows(), c.cols()),
                "rank",
                c.rank() + "; 1 to " + Math.min(c.rows(), c.cols()) + " is allowed");
        checker.require(
                c.measurements() < entries,
                "measurements",
                c.measurements() + "; 1 to " + (entries - 1) + " is allowed");
        checker.require(
                c.softening() >= 0 && c.softening() <= Float.MAX_VALUE,
                "softening",
                c.softening() + "; 0 to " + Float.MAX_VALUE + " is allowed");
        checker.require(
                c.negativeSlope() >= 0 && c.negativeSlope() <= 1,
                "negativeSlope",
                c.negativeSlope() + "; 0 to 1 is allowed");
        checker.require(
                c.momentum() >= 0 && c.momentum() < 1,
                "momentum",
                c.momentum() + "; 0 up to, not including, 1 is allowed");
        checker.require(
                c.values().stream().distinct().count() == c.values().size(),
                "values",
                "every value only once is allowed");
        checker.require(
                c.relativeError() >= 0 && c.relativeError() < 1,
                "relativeError",
                c.relativeError() + "; above 0 and below 1, or 0 for all draws, is allowed");
        boolean conditional = c.prior() == Prior.GAUSSIAN && !c.normalized();
        checker.require(
                conditional || !c.sampler().equals(ConditionalSampler.NAME),
                "sampler",
                "conditional; it needs a Gaussian prior that is not normalized");
        checker.require(
                !c.reduce() || c.sampler().equals(RejectionSampler.NAME),
                "reduce",
                "true with sampler " + c.sampler() + "; it is allowed with sampler rejection only");
        checker.require(
                !c.reduce() || IntStream.range(0, c.values().size()).anyMatch(c::reduces),
                "reduce",
                "true, but no network of this sweep can be reduced: that needs linear networks with a Gaussian prior,"
                        + " depth 2 or more and width " + Reduction.leastWidth(c.rows()) + " or more");
        checker.each(c.learningRates(), "learningRates", c.values().size());
        checker.each(c.initScales(), "initScales", c.values().size());
        return c;
    }

    private record Checker(Fields fields, Map<String, String> names) {
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
}
