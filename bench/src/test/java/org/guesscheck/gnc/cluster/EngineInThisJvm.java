package org.guesscheck.gnc.cluster;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.guesscheck.core.descent.DescentBatch;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.Span;
import org.guesscheck.core.sampler.Sampler;

/** Two machines in this JVM: a task is computed when its result is asked for. May be used by several threads. */
public final class EngineInThisJvm implements Engine {
    private final AtomicInteger computed = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final IntConsumer trouble;

    /** Takes what is told the number of each task, from 1, before it is computed, and may throw. */
    public EngineInThisJvm(IntConsumer trouble) {
        this.trouble = trouble;
    }

    /** The most questions that were there at the same time. */
    public int mostQuestions() {
        return most.get();
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public Activity activity() {
        return new Activity(2, 1, 2, 0, "");
    }

    @Override
    public TaskTime taskTime() {
        return new TaskTime(computed.get(), computed.get());
    }

    private static Division<?> division(byte[] question) {
        PartInput in = new PartInput(question);
        in.nextShort();
        return in.nextText().equals(DescentBatch.NAME)
                ? DescentBatch.read(question).threads(1).divided()
                : Sampler.read(question).threads(1).divided();
    }

    @Override
    public SentQuestion send(ClusterQuestion question) {
        Division<?> division = division(question.bytes());
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        return new SentQuestion() {
            @Override
            public Tasks start(List<Span> spans) {
                return new Tasks() {
                    private int left = spans.size();

                    @Override
                    public Optional<Finished> next() {
                        // The last ones first.
                        int task = --left;
                        int number = computed.incrementAndGet();
                        trouble.accept(number);
                        byte[] part = division.compute(spans.get(task))
                                .from("node-" + number % 2)
                                .bytes();
                        return Optional.of(new Finished(task, part));
                    }

                    @Override
                    public void cancel() {}
                };
            }

            @Override
            public void close() {
                inside.decrementAndGet();
            }
        };
    }

    @Override
    public void close() {}
}
