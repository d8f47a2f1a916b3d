package org.guesscheck.gnc.check;

import java.util.List;
import java.util.function.IntConsumer;
import org.guesscheck.core.descent.DescentEnsemble;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.ConditionalSampler;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.core.sampler.SplittingSampler;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Samplers and gradient descents of a host that runs for weeks, in short: one JVM asks many questions, each about another network. After
 * the second half of them it must hold what it held after the first.
 */
@Command(
        name = "host",
        description = "Asks many questions about different networks in one JVM, and compares its memory, threads and"
                + " temporary files after the first half with those after all.",
        footer = {
            "",
            "Example: GNC_JAVA_OPTS='-Xms256m -Xmx256m -XX:+AlwaysPreTouch' gnc check host",
            "         (with a heap that doesn't grow, the memory of the process is compared, too)"
        })
final class HostCheck extends Check {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);
    private static final int LEAST_RUNS = 100;
    private static final int MOST_RUNS = 1_000_000;

    /** Questions before the first measurement, more than there are classes that the vector kernels keep. */
    private static final int FILLING = 300;

    @Option(
            names = "--runs",
            defaultValue = "3000",
            paramLabel = "N",
            description = "How many questions (${DEFAULT-VALUE}).")
    private int runs;

    @Override
    void run(Verdicts verdicts) {
        if (runs < LEAST_RUNS || runs > MOST_RUNS) {
            throw new InputException("--runs " + runs + ": " + LEAST_RUNS + " to " + MOST_RUNS + " is allowed");
        }
        List<String> backends = UsableBackends.all().stream().map(Backend::name).toList();
        fill(backends.getFirst(), verdicts);
        HostMemory start = HostMemory.now();
        ask(0, runs / 2, backends, verdicts);
        HostMemory half = HostMemory.now();
        ask(runs / 2, runs, backends, verdicts);
        HostMemory end = HostMemory.now();
        System.out.println("at first:   " + start.text());
        System.out.println("after half: " + half.text());
        System.out.println("after all:  " + end.text());
        end.compare(half, verdicts);
    }

    private static void fill(String backend, Verdicts verdicts) {
        for (int run = 0; run < FILLING; run++) {
            verdicts.stopIfCancelled();
            RejectionSampler.of(PROBLEM, Network.linear(5, 2).with(Activation.leakyRelu(0.75f + run * 0x1p-20f)))
                    .draws(16)
                    .backend(backend)
                    .run();
        }
    }

    private static void ask(int first, int end, List<String> backends, Verdicts verdicts) {
        List<IntConsumer> methods = List.of(
                run -> ask(RejectionSampler.of(PROBLEM, network(run)).draws(500), run, backends),
                run -> ask(
                        SplittingSampler.of(PROBLEM, network(run)).particles(64).draws(5000), run, backends),
                run -> ask(ConditionalSampler.of(PROBLEM, network(run)).draws(500), run, backends),
                run -> descend(run, backends));
        for (int run = first; run < end; run++) {
            verdicts.stopIfCancelled();
            methods.get(run % methods.size()).accept(run);
        }
    }

    /** The vector kernels have the slope as a constant, so every question needs a class of its own. */
    private static Network network(int run) {
        Network linear = Network.linear(5 + run % 7, 2 + run % 3);
        return run % 5 == 0 ? linear.with(Activation.TANH) : linear.with(Activation.leakyRelu((run + 1) * 0x1p-21f));
    }

    private static String backend(int run, List<String> backends) {
        return backends.get(run / 4 % backends.size());
    }

    private static <S extends Sampler<S>> void ask(S sampler, int run, List<String> backends) {
        sampler.eps(0.05).seed(run).threads(2).backend(backend(run, backends)).run();
    }

    private static void descend(int run, List<String> backends) {
        DescentEnsemble.of(GradientDescent.of(PROBLEM, network(run))
                        .learningRate(0.01)
                        .epochs(20)
                        .seed(run))
                .runs(16)
                .threads(2)
                .backend(backend(run, backends))
                .run();
    }
}
