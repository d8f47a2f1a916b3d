package org.guesscheck.core.descent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guesscheck.core.parts.Division;
import org.guesscheck.core.parts.Folding;
import org.guesscheck.core.parts.Identity;
import org.guesscheck.core.parts.Part;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.parts.Span;

/** A batch in pieces, each of as many runs as fill the lanes of a thread. */
final class BatchDivision implements Division<List<Descent>> {
    private final List<GradientDescent> runs;
    private final DescentBatch how;
    private final int together;
    private final byte[] question;
    private final Identity identity;

    /** Takes runs that are not large, at least one. */
    BatchDivision(List<GradientDescent> runs, DescentBatch how) {
        this.runs = runs;
        this.how = how;
        together = runs.getFirst().sideBySide(runs.size());
        question = BatchQuestion.write(runs);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(Identity.METHOD, DescentBatch.NAME);
        settings.put("runs", new PartOutput().putBytes(question).fingerprint());
        settings.put(Identity.PROGRAM, DescentsOfProgram.fingerprint());
        identity = new Identity(settings);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public long pieces() {
        return Math.ceilDiv(runs.size(), together);
    }

    @Override
    public Part compute(Span span) {
        long start = System.nanoTime();
        span.requireWithin(pieces());
        List<GradientDescent> some = runs.subList(end(span.first()), end(span.end()));
        // Runs that are computed one after another would leave most lanes of a backend asked for by name empty.
        DescentBatch fitting = together == 1 ? how.backend("auto") : how;
        PartOutput results = new PartOutput();
        fitting.with(some).run().forEach(run -> BatchFold.write(run, results));
        PartOutput shared = new PartOutput();
        fold().write(shared);
        double seconds = (System.nanoTime() - start) * 1e-9;
        String backend = fitting.computedBy(runs.getFirst(), Math.max(1, some.size()));
        return Part.of(identity, span, new Provenance("", backend, how.threads(), seconds), shared, results);
    }

    /** The run after all pieces before a piece. */
    private int end(long piece) {
        return (int) Math.min(piece * together, runs.size());
    }

    private BatchFold fold() {
        return new BatchFold(runs.size(), together);
    }

    @Override
    public Folding<List<Descent>> folding() {
        return new Folding<>(fold());
    }

    @Override
    public byte[] question() {
        return question.clone();
    }
}
