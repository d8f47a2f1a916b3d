package org.guesscheck.gnc.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.text.InputException;
import org.junit.jupiter.api.Test;

/** Rounds of tasks that finish in any order fold to one run. */
class ClusterRunTest {
    private static final RejectionSampler SAMPLER = RejectionSampler.of(
                    Problem.completion(4, 3, 1, 6, 2), Network.linear(40, 3))
            .eps(0.1)
            .draws(50_000_000)
            .relativeError(0.005)
            .seed(3);

    /** Computes each task when its result is asked for, in an order of its own. */
    private static final class Shuffled implements Engine {
        private final Random random = new Random(1);
        private final List<Integer> rounds = new ArrayList<>();
        private int running;
        private int cancelled;

        @Override
        public int slots() {
            return 3;
        }

        @Override
        public Activity activity() {
            return new Activity(1, running, 3, 0, "");
        }

        @Override
        public TaskTime taskTime() {
            return new TaskTime(0, 0);
        }

        @Override
        public SentQuestion send(ClusterQuestion question) {
            Division<Posterior> division = Sampler.read(question.bytes()).divided();
            assertEquals(question.fingerprint(), division.identity().fingerprint());
            return new SentQuestion() {
                @Override
                public Tasks start(List<Span> spans) {
                    rounds.add(spans.size());
                    List<Integer> order = new ArrayList<>();
                    for (int i = 0; i < spans.size(); i++) {
                        order.add(i);
                    }
                    Collections.shuffle(order, random);
                    running = spans.size();
                    return new Tasks() {
                        @Override
                        public Optional<Finished> next() {
                            int number = order.get(order.size() - running);
                            running--;
                            return Optional.of(new Finished(
                                    number, division.compute(spans.get(number)).bytes()));
                        }

                        @Override
                        public void cancel() {
                            cancelled += running;
                            running = 0;
                        }
                    };
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {}
    }

    @Test
    void anyOrderFoldsToOneRun() {
        Posterior here = SAMPLER.run();
        Shuffled engine = new Shuffled();
        for (OptionalInt tasks : List.of(OptionalInt.of(1), OptionalInt.of(5), OptionalInt.empty())) {
            List<ClusterProgress> told = new ArrayList<>();
            ClusterRun<Posterior> run =
                    new ClusterRun<>(SAMPLER.divided(), tasks, new TaskCosts(), () -> false, told::add);
            Posterior there = run.run(engine);
            assertEquals(here.origin(), there.origin());
            assertEquals(here.thresholds(), there.thresholds());
            assertEquals(run.tasks(), told.getLast().tasks());
            for (ClusterProgress p : told) {
                assertTrue(p.pieces() <= p.wanted() || run.folding().complete(), p.toString());
            }
        }
        assertTrue(engine.rounds.size() > 6, engine.rounds.toString());
    }

    @Test
    void stoppingCancelsWhatRuns() {
        Shuffled engine = new Shuffled();
        int[] asked = new int[1];
        ClusterRun<Posterior> run = new ClusterRun<>(
                SAMPLER.divided(), OptionalInt.of(5), new TaskCosts(), () -> ++asked[0] > 2, progress -> {});
        assertThrows(CancellationException.class, () -> run.run(engine));
        int started = engine.rounds.stream().mapToInt(Integer::intValue).sum();
        assertTrue(engine.cancelled > 0, engine.rounds.toString());
        assertEquals(started - 2, engine.cancelled);
    }

    @Test
    void aCommandWithoutAnEngineSaysHowToGetOne() {
        String sentence = assertThrows(InputException.class, () -> Engines.of("spark://host:1"))
                .getMessage();
        assertTrue(sentence.startsWith("--master spark://host:1: this command was built without Spark"), sentence);
    }
}
