package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Samplers are immutable: a setter leaves its sampler as it is, and one sampler may run twice, also at the same time. */
class SamplerCopiesTest {
    private static final List<String> METHODS = Sampler.NAMES;
    private static final Problem PROBLEM = Problem.sensing(3, 3, 1, 4, 1);
    private static final Network NETWORK = Network.linear(36, 2);

    private static Sampler<?> sampler(String name) {
        return Sampler.named(name, PROBLEM, NETWORK)
                .eps(0.2)
                .draws(40_000)
                .threads(2)
                .seed(1);
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void settersLeaveTheirSamplerAsItIs(String name) {
        Sampler<?> sampler = sampler(name);
        Posterior before = sampler.run();
        sampler.eps(0.1, 0.3);
        sampler.draws(50_000);
        sampler.relativeError(0.5);
        sampler.seed(2);
        sampler.threads(1);
        sampler.backend("no such backend");
        sampler.executor(task -> {
            throw new IllegalStateException("not to be called");
        });
        sampler.onProgress(progress -> {
            throw new IllegalStateException("not to be called");
        });
        sampler.cancelWhen(() -> true);
        Posterior after = sampler.run();
        assertEquals(before.origin(), after.origin());
        assertEquals(before.thresholds(), after.thresholds());
        assertEquals(before.diagnostics(), after.diagnostics());
        assertEquals(2, after.execution().threads());
    }

    @Test
    void theSettersOfOneMethodAloneCopyToo() {
        RejectionSampler plain = RejectionSampler.of(PROBLEM, NETWORK).eps(0.2).draws(20_000);
        Origin before = plain.run().origin();
        Origin reduced = plain.reduce(true).run().origin();
        assertNotEquals(before.digest(), reduced.digest());
        assertEquals(before, plain.run().origin());
        SplittingSampler splitting =
                SplittingSampler.of(PROBLEM, NETWORK).eps(0.2).particles(32).replicas(4);
        Posterior four = splitting.run();
        splitting.particles(64);
        splitting.replicas(5);
        splitting.sweeps(7);
        assertEquals(four.origin(), splitting.run().origin());
        assertEquals(4, four.diagnostics().values().get("replicas"));
        assertEquals(
                5, splitting.replicas(5).seed(3).run().diagnostics().values().get("replicas"), "kept by other setters");
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void oneSamplerRunsInManyThreadsAtOnce(String name) {
        Sampler<?> sampler = sampler(name);
        List<CompletableFuture<Origin>> runs = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> sampler.run().origin()))
                .limit(3)
                .toList();
        Origin expected = sampler.run().origin();
        assertTrue(expected.draws() > 0);
        for (CompletableFuture<Origin> run : runs) {
            assertEquals(expected, run.join(), name);
        }
    }
}
