package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartException;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts that were computed apart fold to the result of one run, in all of its numbers. */
class DividedSamplersTest {
    private static final Problem PROBLEM = Problem.completion(4, 3, 1, 6, 2);

    /** Questions, small ones, with some pieces each. */
    enum Asked {
        /** Every draw enters the prior's mean. */
        REJECTION(RejectionSampler.of(PROBLEM, Network.linear(40, 3)).draws(65_000)),
        /** A subsample does. */
        LONG_REJECTION(RejectionSampler.of(PROBLEM, Network.linear(5, 2)).draws(3_000_001)),
        REDUCED_REJECTION(RejectionSampler.of(PROBLEM, Network.linear(300, 3).with(Activation.TANH))
                .reduce(true)
                .draws(60_000)),
        REJECTION_TO_AN_ERROR(RejectionSampler.of(PROBLEM, Network.linear(40, 3))
                .eps(0.1)
                .draws(50_000_000)
                .relativeError(0.005)),
        SPLITTING(
                SplittingSampler.of(PROBLEM, Network.linear(5, 2)).particles(64).eps(0.001, 0.1)),
        SPLITTING_TO_AN_ERROR(SplittingSampler.of(PROBLEM, Network.linear(5, 2))
                .particles(64)
                .eps(0.001)
                .relativeError(0.08)),
        /** Replicas get more particles, since a rare mode carries the mean. */
        SPLITTING_A_RARE_MODE(SplittingSampler.of(
                        Problem.completion(3, 3, 2, 8, 17), Network.linear(3, 6).normalize())
                .eps(0.01)
                .draws(8_000_000)
                .relativeError(0.3)),
        SPLITTING_OUT_OF_REACH(SplittingSampler.of(PROBLEM, Network.linear(5, 2))
                .particles(64)
                .eps(1e-12)
                .draws(40_000)),
        CONDITIONAL(ConditionalSampler.of(PROBLEM, Network.linear(8, 2))
                .eps(0.01, 0.001)
                .draws(10_000)),
        CONDITIONAL_TO_AN_ERROR(ConditionalSampler.of(PROBLEM, Network.linear(8, 2))
                .draws(1 << 20)
                .relativeError(0.02));

        private final Sampler<?> sampler;
        private Posterior whole;

        Asked(Sampler<?> sampler) {
            this.sampler = sampler.seed(3).threads(2).backend("auto");
        }

        private synchronized Posterior whole() {
            if (whole == null) {
                whole = sampler.run();
            }
            return whole;
        }
    }

    /** All of a result but the machine's time. */
    private static Posterior timeless(Posterior p) {
        return new Posterior(
                p.origin(), new Execution("", 0, 0), p.prior(), p.thresholds(), p.accepted(), p.diagnostics());
    }

    private static List<Part> parts(Sampler<?> sampler, int of) {
        Division<Posterior> division = sampler.divided();
        List<Part> parts = new ArrayList<>();
        // From the last to the first, as by chance.
        for (int number = of; number >= 1; number--) {
            parts.addFirst(division.compute(Span.part(division.pieces(), number, of)));
        }
        return parts;
    }

    private static Posterior folded(List<Part> parts) {
        Folding<Posterior> folding = Sampler.folding(parts.getLast());
        for (Part part : parts) {
            folding.add(Part.read(part.bytes()));
        }
        return folding.result();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "REJECTION",
                "LONG_REJECTION",
                "REDUCED_REJECTION",
                "SPLITTING",
                "SPLITTING_OUT_OF_REACH",
                "CONDITIONAL"
            })
    void partsFoldToOneRun(Asked asked) {
        assertFalse(asked.whole().origin().digest().isEmpty());
        for (int of : new int[] {1, 2, 7}) {
            assertEquals(timeless(asked.whole()), timeless(folded(parts(asked.sampler, of))), "parts: " + of);
        }
    }

    @Test
    void replicasGetMoreParticlesWhereARareModeIsLost() {
        Posterior whole = Asked.SPLITTING_A_RARE_MODE.whole();
        List<String> notes = whole.diagnostics().notes();
        assertTrue(
                notes.get(0).startsWith("levels have at least 60 sweeps, because with fewer the mean rested on"),
                notes::toString);
        assertTrue(
                notes.get(1).startsWith("replicas have 256 particles, because in 16 replicas of 64 the mean"),
                notes::toString);
        assertEquals(256, whole.diagnostics().values().get("particles"));
        // The smaller ones enter no estimate.
        assertEquals(16, whole.diagnostics().values().get("replicas"));
        assertEquals(
                whole.origin().digest(),
                Asked.SPLITTING_A_RARE_MODE
                        .sampler
                        .threads(1)
                        .backend("scalar")
                        .run()
                        .origin()
                        .digest());
    }

    /** An engine's rounds: as many pieces as are wanted, a task for some of them, on samplers that were read from bytes. */
    @ParameterizedTest
    @EnumSource
    void roundsOfTasksFoldToOneRun(Asked asked) {
        Division<Posterior> driver = asked.sampler.divided();
        Folding<Posterior> folding = driver.folding();
        Sampler<?> executor = Sampler.read(driver.question()).threads(1);
        Division<Posterior> tasks = executor.divided();
        assertEquals(driver.identity(), tasks.identity());
        Set<Long> looks = new HashSet<>();
        while (!folding.complete()) {
            long first = folding.folded();
            long wanted = folding.wanted();
            assertTrue(wanted > first && wanted <= driver.pieces());
            assertTrue(looks.add(wanted));
            // Tasks of unequal size, the last ones first, and some of them beyond what turns out to be needed.
            long end = Math.min(driver.pieces(), wanted + 3);
            long middle = (first + end) / 2;
            Part late = tasks.compute(Span.of(middle, end));
            Part early = tasks.compute(Span.of(first, middle));
            folding.add(early);
            folding.add(late);
        }
        assertEquals(timeless(asked.whole()), timeless(folding.result()));
    }

    @Test
    void anErrorNeedsNoMorePartsThanOneRunWouldCompute() {
        Sampler<?> sampler = Asked.REJECTION_TO_AN_ERROR.sampler.draws(2_000_000);
        Division<Posterior> division = sampler.divided();
        Folding<Posterior> folding = division.folding();
        int needed = 0;
        while (!folding.complete()) {
            folding.add(division.compute(Span.part(division.pieces(), ++needed, 100)));
        }
        assertTrue(needed > 1 && needed < 100, needed + " parts");
        assertEquals(timeless(sampler.run()), timeless(folding.result()));
    }

    @Test
    void unequalMachinesAreNamed() {
        Sampler<?> sampler = Asked.REJECTION.sampler.draws(20_000);
        Division<Posterior> one = sampler.threads(1).backend("scalar").divided();
        Division<Posterior> two = sampler.threads(2).backend("auto").divided();
        Folding<Posterior> folding = one.folding();
        folding.add(one.compute(Span.part(one.pieces(), 1, 2)).from("a"));
        folding.add(two.compute(Span.part(one.pieces(), 2, 2)).from("b"));
        Execution execution = folding.result().execution();
        assertTrue(execution.backend().startsWith("scalar + "), execution.backend());
        assertEquals(2, execution.threads());
        assertEquals(Set.of("a", "b"), folding.hosts());
    }

    private static String refusal(Folding<Posterior> folding, Part part) {
        return assertThrows(PartException.class, () -> folding.add(part)).getMessage();
    }

    @Test
    void foreignPartsAreRefused() {
        RejectionSampler sampler = RejectionSampler.of(PROBLEM, Network.linear(40, 3))
                .draws(100_000)
                .seed(3);
        Part first = sampler.divided().compute(Span.of(0, 1));
        Part second = sampler.divided().compute(Span.of(1, 2));
        Folding<Posterior> folding = Sampler.folding(first);
        assertEquals("its first piece is 1; 0 is needed", refusal(folding, second));
        folding = Sampler.folding(first);
        folding.add(first);
        assertEquals("its first piece is 0; 1 is needed", refusal(folding, first));
        assertEquals(
                "part of another question: seed 4 instead of 3",
                refusal(folding, sampler.seed(4).divided().compute(Span.of(1, 2))));
        assertEquals(
                "part of another question: eps [0.1] instead of [0.02]",
                refusal(folding, sampler.eps(0.1).divided().compute(Span.of(1, 2))));
        RejectionSampler other = RejectionSampler.of(Problem.completion(4, 3, 1, 6, 5), Network.linear(40, 3));
        String message = refusal(folding, other.draws(100_000).seed(3).divided().compute(Span.of(1, 2)));
        assertTrue(message.startsWith("part of another question: problem sha256:"), message);
        assertThrows(PartException.class, () -> sampler.divided().compute(Span.of(0, 1000)));
        assertThrows(IllegalStateException.class, folding::result);
    }

    @Test
    void autoIsNotDivided() {
        AutoSampler auto = AutoSampler.of(PROBLEM, Network.linear(5, 2));
        assertThrows(UnsupportedOperationException.class, auto::divided);
    }

    /** Questions for auto, and the method that it takes. */
    enum Chosen {
        REJECTION(AutoSampler.of(PROBLEM, Network.linear(5, 2)).eps(0.1)),
        CONDITIONAL(AutoSampler.of(PROBLEM, Network.linear(8, 2)).eps(1e-4)),
        SPLITTING(AutoSampler.of(PROBLEM, new Network(5, 3, Activation.TANH, Prior.UNIFORM, false, 0))
                .eps(1e-5)
                .relativeError(0.1));

        private final AutoSampler sampler;

        Chosen(AutoSampler sampler) {
            this.sampler = sampler.seed(3).threads(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAutoTakesIsDivided(Chosen chosen) {
        List<String> methods = new ArrayList<>();
        Posterior there = chosen.sampler.run(division -> {
            methods.add(division.identity().method());
            Sampler<?> executor = Sampler.read(division.question()).threads(1);
            Folding<Posterior> folding = division.folding();
            while (!folding.complete()) {
                folding.add(executor.divided().compute(Span.of(folding.folded(), folding.wanted())));
            }
            return folding.result();
        });
        assertEquals(chosen.name().toLowerCase(Locale.ROOT), methods.getLast());
        assertEquals(methods.getLast(), there.origin().sampler());
        assertEquals(timeless(chosen.sampler.run()), timeless(there));
    }
}
