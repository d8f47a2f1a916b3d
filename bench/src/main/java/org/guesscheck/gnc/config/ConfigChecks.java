package org.guesscheck.gnc.config;

import java.util.List;
import java.util.Map;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.ConditionalSampler;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.json.Fields;

/** What must hold between the fields of a config, with errors that use the field names of the file at hand. */
final class ConfigChecks {
    /** Our own names are those of the recipes. */
    static final Map<String, String> OWN = Map.of();

    /** More runs of gradient descent at a place would fill memory. */
    private static final int MOST_RUNS = 1_000_000;

    private ConfigChecks() {}

    static SweepConfig check(SweepConfig c, Fields fields, Map<String, String> names) {
        Checker checker = new Checker(fields, names);
        GridChecks.check(c, checker);
        if (!c.descent().none()) {
            descent(c, checker);
        }
        for (Point point : c.grid().points()) {
            CellRecipe recipe = c.at(point);
            if (recipe.problem().own().isEmpty()) {
                problem(recipe.problem(), checker);
            }
        }
        network(c.network(), checker);
        guess(c, checker);
        return c;
    }

    private static void problem(ProblemRecipe p, Checker checker) {
        long entries = (long) p.rows() * p.cols();
        int most = p.completion() ? Problem.MOST_ENTRIES : Problem.MOST_COMPLEMENTED;
        checker.require(
                entries <= most,
                "rows",
                p.rows() + " with " + p.cols() + " columns has " + entries + " entries; at most " + most
                        + (p.completion() ? " are allowed" : " are allowed, more for matrix completion"));
        int smaller = Math.min(p.rows(), p.cols());
        checker.require(p.rank() <= smaller, "rank", p.rank() + "; 1 to " + smaller + " is allowed");
        checker.require(
                p.measurements() < entries,
                "measurements",
                p.measurements() + "; 1 to " + (entries - 1) + " is allowed");
    }

    private static void network(NetworkRecipe n, Checker checker) {
        checker.require(
                n.softening() >= 0 && n.softening() <= Float.MAX_VALUE,
                "softening",
                n.softening() + "; 0 to " + Float.MAX_VALUE + " is allowed");
        checker.require(
                n.negativeSlope() >= 0 && n.negativeSlope() <= 1,
                "negativeSlope",
                n.negativeSlope() + "; 0 to 1 is allowed");
    }

    private static void guess(SweepConfig c, Checker checker) {
        GuessPlan g = c.guess();
        checker.require(g.eps() > 0, "eps", g.eps() + "; a number above 0 is allowed");
        checker.require(
                g.relativeError() >= 0 && g.relativeError() < 1,
                "relativeError",
                g.relativeError() + "; above 0 and below 1, or 0 for all draws, is allowed");
        boolean conditional =
                c.network().prior() == Prior.GAUSSIAN && !c.network().normalized();
        checker.require(
                conditional || !g.sampler().equals(ConditionalSampler.NAME),
                "sampler",
                "conditional; it needs a Gaussian prior that is not normalized");
        checker.require(
                !g.reduce() || g.sampler().equals(RejectionSampler.NAME),
                "reduce",
                "true with sampler " + g.sampler() + "; it is allowed with sampler rejection only");
        checker.require(
                !g.reduce()
                        || c.grid().points().stream()
                                .anyMatch(point -> c.at(point).reduces()),
                "reduce",
                "true, but no network of this sweep can be reduced: that needs a Gaussian prior, depth 2 or more and"
                        + " networks wider than the " + c.problem().rows() + " rows of the matrix");
    }

    private static void descent(SweepConfig c, Checker checker) {
        DescentPlan d = c.descent();
        int values = c.axis().values().size();
        checker.require(
                d.inits() <= MOST_RUNS / c.trials().count(),
                "inits",
                d.inits() + " for each of " + c.trials().count() + " trials; at most " + MOST_RUNS
                        + " are allowed in all");
        checker.require(
                d.momentum() >= 0 && d.momentum() < 1,
                "momentum",
                d.momentum() + "; 0 up to, not including, 1 is allowed");
        checker.each(d.learningRates(), "learningRates", values);
        if (d.climbs()) {
            checker.require(
                    rises(d.initScaleLadder()),
                    ConfigJson.LADDER,
                    d.initScaleLadder() + "; numbers above 0 are allowed, each above the one before it");
        } else {
            checker.each(d.initScales(), "initScales", values);
        }
    }

    private static boolean rises(List<Double> ladder) {
        double before = 0;
        for (double scale : ladder) {
            if (scale <= before) {
                return false;
            }
            before = scale;
        }
        return true;
    }
}
