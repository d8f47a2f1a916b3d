package org.guesscheck.core.descent;

import java.util.List;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.parts.Span;

/** A learning curve of gradient descent in groups of 16 runs. */
final class LearningDescentDivision implements Division<LearningDescentCurve> {
    private final LearningDescent descent;
    private final Identity identity;
    private LearningDescentWork work;

    LearningDescentDivision(LearningDescent descent) {
        this.descent = descent;
        identity = descent.identity();
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public long pieces() {
        return descent.all().pieces();
    }

    @Override
    public Part compute(Span span) {
        long start = System.nanoTime();
        span.requireWithin(pieces());
        if (work == null) {
            work = descent.work();
        }
        List<LearningGroup.Outcome> outcomes = work.train(span.first(), span.end());
        PartOutput results = new PartOutput();
        outcomes.forEach(outcome -> LearningDescentFold.write(outcome, results));
        double seconds = (System.nanoTime() - start) * 1e-9;
        Provenance by = new Provenance("", work.backend().name(), descent.threads(), seconds);
        return Part.of(identity, span, by, new PartOutput(), results);
    }

    @Override
    public Folding<LearningDescentCurve> folding() {
        return new Folding<>(new LearningDescentFold(descent.all()));
    }

    @Override
    public byte[] question() {
        return descent.question();
    }
}
