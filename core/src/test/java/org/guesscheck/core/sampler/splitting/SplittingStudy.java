package org.guesscheck.core.sampler.splitting;

import java.util.List;
import java.util.Locale;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.work.RunSettings;

/**
 * Error against cost of splitting's settings: what a million evaluations buy. Arguments: replicas, a part of the case's name,
 * then settings as particles, prior draws per particle, sweeps (0: by the pilot), memory, final factor,
 * survivors, acceptance.
 */
final class SplittingStudy {
    private SplittingStudy() {}

    record Case(String name, Problem problem, Network network, double eps) {}

    static List<Case> cases() {
        Problem sensing = Problem.sensing(5, 5, 1, 15, 1);
        Network deep = Network.linear(5, 6).normalize();
        return List.of(
                new Case("linear w5 d2", sensing, Network.linear(5, 2), 0.004),
                new Case("linear w5 d6 norm", sensing, deep, 0.0035),
                new Case(
                        "tanh w5 d10 norm",
                        sensing,
                        Network.linear(5, 10).with(Activation.TANH).normalize(),
                        0.0035),
                new Case(
                        "tanh w5 d6 norm uniform",
                        sensing,
                        Network.linear(5, 6)
                                .with(Activation.TANH)
                                .with(Prior.UNIFORM)
                                .normalize(),
                        0.0035),
                new Case(
                        "deep",
                        Problem.sensing(10, 10, 1, 60, 3),
                        Network.linear(10, 4).normalize(),
                        0.0003),
                new Case(
                        "leaky w5 d2 uniform",
                        sensing,
                        Network.linear(5, 2).with(Activation.LEAKY_RELU).with(Prior.UNIFORM),
                        0.0005));
    }

    public static void main(String[] args) {
        int replicas = Integer.parseInt(args[0]);
        for (Case c : cases()) {
            if (args.length > 1 && !c.name.contains(args[1])) continue;
            for (int i = 2; i < args.length; i++) {
                String[] s = args[i].split(",");
                int n = Integer.parseInt(s[0]);
                SplittingTuning t = new SplittingTuning(
                        n,
                        Integer.parseInt(s[1]) * n,
                        Integer.parseInt(s[2]),
                        Double.parseDouble(s[3]),
                        Integer.parseInt(s[4]),
                        Double.parseDouble(s[5]),
                        Double.parseDouble(s[6]));
                row(c, t, replicas);
            }
        }
    }

    static void row(Case c, SplittingTuning t, int replicas) {
        float[] eps = {(float) c.eps};
        Question question = new Question(c.problem, c.network, 1, eps[0], 1);
        ReplicaLoop run =
                new ReplicaLoop(question, 5, eps, RunSettings.defaults().threads(1));
        SplittingPlan plan =
                run.plan(Backends.chooser("auto").chosen(question, 1), t, 1L << 40, new ReplicaSize(t.particles(), 0));
        long start = System.nanoTime();
        run.extend(plan, replicas, replicas);
        double seconds = (System.nanoTime() - start) * 1e-9;
        SplittingEstimates e = new SplittingEstimates(run.replicas());
        var p = e.jackknife(0).logMean();
        var loss = e.estimate(c.eps, 0).generalizationLoss().orElseThrow();
        double million = 1e6 / plan.evaluations();
        double rel = loss.standardError() / loss.mean();
        System.out.printf(
                Locale.ROOT,
                "%-20s N%d M%d S%d c%.2f F%d rho%.2f a%.2f: levels %s %d p %.3g +-%.1f%% mean %.4f +-%.1f%%; at 1e6"
                        + " evaluations: p %.2f%% mean %.2f%%; anc %.0f steps %.3f..%.3f acc %.2f %.1f Meval/s%n",
                c.name,
                t.particles(),
                t.priorDraws() / t.particles(),
                t.sweeps(),
                t.memory(),
                t.finalFactor(),
                t.survivors(),
                t.acceptance(),
                plan.levels().stream().map(l -> "" + l.sweeps()).toList(),
                plan.levels().size(),
                Math.exp(p.value()),
                100 * p.standardError(),
                loss.mean(),
                100 * rel,
                100 * p.standardError() * Math.sqrt(replicas / million),
                100 * rel * Math.sqrt(replicas / million),
                run.replicas().stream()
                        .mapToInt(r -> r.end().ancestors())
                        .average()
                        .orElse(0),
                plan.levels().getFirst().step(),
                plan.levels().getLast().step(),
                run.replicas().getFirst().levels().getLast().acceptance(),
                replicas * plan.evaluations() / seconds / 1e6);
    }
}
