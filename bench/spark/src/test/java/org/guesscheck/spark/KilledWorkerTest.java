package org.guesscheck.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.gnc.cluster.ClusterRun;
import org.guesscheck.gnc.cluster.TaskCosts;
import org.guesscheck.gnc.cluster.TaskSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A worker that dies takes its tasks along, and the other one computes them. */
@Tag("long")
class KilledWorkerTest {
    @Test
    void theDigestIsThatOfOneRun() {
        RejectionSampler sampler = RejectionSampler.of(Problem.completion(4, 3, 1, 6, 2), Network.linear(5, 2))
                .draws(60_000_000)
                .seed(3);
        Division<Posterior> question = sampler.divided();
        AtomicBoolean killed = new AtomicBoolean();
        try (StandaloneCluster cluster = StandaloneCluster.start()) {
            ClusterRun<Posterior> run =
                    new ClusterRun<>(question, OptionalInt.of(24), new TaskCosts(), () -> false, progress -> {
                        if (progress.tasks() >= 2
                                && progress.activity().running() == 2
                                && killed.compareAndSet(false, true)) {
                            cluster.killWorker();
                        }
                    });
            TaskSettings settings = new TaskSettings(1, "auto");
            try (SparkEngine engine = SparkEngine.connect(Configuration.of(cluster.url(), settings), settings)) {
                Posterior there = run.run(engine);
                assertTrue(killed.get(), "no worker was killed");
                assertTrue(engine.activity().failed() > 0, "no task was lost");
                assertEquals(sampler.run().origin().digest(), there.origin().digest());
            }
        }
    }
}
