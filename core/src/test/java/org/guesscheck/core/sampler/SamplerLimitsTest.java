package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ends of ranges, cancellation with what was finished, and progress. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SamplerLimitsTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);

    private static Sampler<?> sampler(String name) {
        return Sampler.named(name, PROBLEM, Network.linear(5, 2)).eps(0.1).seed(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejection", "splitting", "conditional", "auto"})
    void asManyDrawsAsThereAreNumbersEndAtTheWantedError(String name) {
        Posterior posterior =
                sampler(name).draws(Long.MAX_VALUE).relativeError(0.2).run();
        assertTrue(
                posterior.diagnostics().trustworthy(), posterior.diagnostics().toString());
        assertTrue(posterior.origin().draws() > 0 && posterior.origin().draws() < 100_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejection", "splitting", "conditional", "auto"})
    void asManyDrawsAsThereAreNumbersCanBeCancelled(String name) {
        AtomicLong draws = new AtomicLong();
        Sampler<?> sampler = sampler(name)
                .draws(Long.MAX_VALUE)
                .relativeError(1e-9)
                .onProgress(progress -> draws.set(progress.draws()))
                .cancelWhen(() -> draws.get() > 200_000);
        SamplingCancelledException cancelled = assertThrows(SamplingCancelledException.class, sampler::run);
        Posterior partial = cancelled.partial().orElseThrow();
        assertFalse(partial.diagnostics().trustworthy(), "the wanted error was missed");
        assertTrue(partial.thresholds().getFirst().accepted() > 0);
        assertTrue(
                partial.diagnostics().notes().stream().anyMatch(note -> note.startsWith("cancelled after ")),
                partial.diagnostics().toString());
    }

    /** What is kept is what a run of so many draws gives. */
    @Test
    void aPartialResultIsThatOfAShorterRun() {
        AtomicLong draws = new AtomicLong();
        SamplingCancelledException cancelled = assertThrows(
                SamplingCancelledException.class,
                () -> sampler("rejection")
                        .draws(1L << 40)
                        .onProgress(progress -> draws.set(progress.draws()))
                        .cancelWhen(() -> draws.get() > 0)
                        .run());
        Posterior partial = cancelled.partial().orElseThrow();
        Posterior shorter = sampler("rejection").draws(partial.origin().draws()).run();
        assertEquals(shorter.origin().digest(), partial.origin().digest());
        assertEquals(shorter.thresholds(), partial.thresholds());
    }

    @Test
    void whatWasCancelledAtOnceHasNothing() {
        for (String name : Sampler.NAMES) {
            SamplingCancelledException cancelled = assertThrows(
                    SamplingCancelledException.class,
                    () -> sampler(name).draws(1_000_000).cancelWhen(() -> true).run(),
                    name);
            assertTrue(cancelled.partial().isEmpty(), name);
        }
    }

    @Test
    void splittingKeepsItsBudget() {
        for (long budget : new long[] {30_720, 40_000, 60_000, 150_000, 1_000_000}) {
            Posterior posterior = sampler("splitting")
                    .eps(0.02)
                    .draws(budget)
                    .relativeError(1e-6)
                    .run();
            assertTrue(posterior.origin().draws() <= budget, posterior.origin().draws() + " of " + budget);
            assertFalse(posterior.diagnostics().trustworthy());
        }
        for (int sweeps : new int[] {1, 30, 500}) {
            SplittingSampler given = SplittingSampler.of(PROBLEM, Network.linear(5, 2))
                    .eps(0.05)
                    .particles(32)
                    .sweeps(sweeps);
            for (long budget : new long[] {given.leastDraws(), 2 * given.leastDraws(), 5 * given.leastDraws()}) {
                Posterior posterior = given.draws(budget).run();
                assertTrue(
                        posterior.origin().draws() <= budget, posterior.origin().draws() + " of " + budget);
            }
        }
    }

    @Test
    void aBudgetThatIsTooSmallNamesTheLeastOne() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> sampler("splitting").draws(100).run())
                .getMessage();
        assertEquals(
                "draws: 100; at least 30720 are needed for the pilot run of splitting and one replica of 512 particles",
                message);
    }

    /** With too small a budget for splitting, rejection spends it. */
    @Test
    void autoKeepsASmallBudget() {
        Posterior posterior = sampler("auto").draws(500).run();
        assertEquals(RejectionSampler.NAME, posterior.origin().sampler());
        assertEquals(500, posterior.origin().draws());
        assertFalse(posterior.diagnostics().trustworthy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejection", "splitting", "conditional"})
    void progressNeverPassesItsTotalAndEndsAtIt(String name) {
        List<Progress> told = new ArrayList<>();
        Posterior posterior = sampler(name).draws(100_000).onProgress(told::add).run();
        for (int i = 0; i < told.size(); i++) {
            assertTrue(told.get(i).draws() <= told.get(i).total(), told.get(i).toString());
            assertTrue(i == 0 || told.get(i).draws() >= told.get(i - 1).draws(), told.toString());
        }
        assertEquals(posterior.origin().draws(), told.getLast().draws());
        assertEquals(posterior.origin().draws(), told.getLast().total());
    }
}
