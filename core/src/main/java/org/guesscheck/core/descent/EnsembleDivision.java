package org.guesscheck.core.descent;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.parts.QuestionBytes;
import org.guesscheck.core.parts.Span;

/** An ensemble in ranges of runs. */
final class EnsembleDivision implements Division<EnsembleOutcome> {
    private final Identity identity;
    private final GradientDescent first;
    private final int runs;
    private final DescentBatch how;
    private final Consumer<EnsembleProgress> listener;

    EnsembleDivision(
            Identity identity, GradientDescent first, int runs, DescentBatch how, Consumer<EnsembleProgress> listener) {
        this.identity = identity;
        this.first = first;
        this.runs = runs;
        this.how = how;
        this.listener = listener;
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public long pieces() {
        return runs;
    }

    @Override
    public Part compute(Span span) {
        long start = System.nanoTime();
        span.requireWithin(runs);
        List<GradientDescent> some = LongStream.range(span.first(), span.end())
                .mapToObj(i -> first.seed(first.seed() + i))
                .toList();
        EnsembleWatch watch = new EnsembleWatch(some.size(), first.epochs(), listener);
        Ended[] ended = new Ended[some.size()];
        how.with(some.stream().map(run -> run.alsoTelling(watch.ofOneRun())).toList())
                .compute((place, run) -> {
                    ended[place] = run;
                    watch.finished(run);
                });
        PartOutput results = new PartOutput();
        for (int i = 0; i < ended.length; i++) {
            EnsembleRun run = EnsembleRun.of(some.get(i).seed(), ended[i]);
            EnsembleFold.write(run, ended[i].outcome().predicted(), results);
        }
        PartOutput shared = new PartOutput();
        fold().write(shared);
        double seconds = (System.nanoTime() - start) * 1e-9;
        Provenance by = new Provenance("", how.computedBy(first, Math.max(1, some.size())), how.threads(), seconds);
        return Part.of(identity, span, by, shared, results);
    }

    private EnsembleFold fold() {
        return new EnsembleFold(first.seed(), runs);
    }

    @Override
    public Folding<EnsembleOutcome> folding() {
        return new Folding<>(fold());
    }

    @Override
    public byte[] question() {
        PartOutput out = QuestionBytes.begin(DescentEnsemble.NAME);
        first.write(out);
        return out.putCount(runs).bytes();
    }
}
