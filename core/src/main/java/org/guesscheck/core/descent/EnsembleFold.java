package org.guesscheck.core.descent;

import java.util.HexFormat;
import org.guesscheck.core.parts.PartFold;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;

/**
 * Folds parts of an ensemble that other machines computed. A run in bytes has its ending, epochs, losses and digest, and its predicted
 * matrix unless it diverged.
 */
final class EnsembleFold implements PartFold<EnsembleOutcome> {
    private static final String SHA = "sha256:";
    private static final Ending[] ENDINGS = Ending.values();

    private final long firstSeed;
    private final long runs;
    private final EnsembleTally tally = new EnsembleTally();

    EnsembleFold(long firstSeed, long runs) {
        this.firstSeed = firstSeed;
        this.runs = runs;
    }

    static EnsembleFold of(PartInput shared) {
        return new EnsembleFold(shared.nextLong(), shared.nextCount());
    }

    void write(PartOutput shared) {
        shared.putLong(firstSeed).putCount(runs);
    }

    static void write(EnsembleRun run, float[] predicted, PartOutput out) {
        LossPoint end = run.end();
        out.putCount(run.ending().ordinal()).putCount(end.epoch());
        out.putDouble(end.trainLoss()).putDouble(end.generalizationLoss());
        out.putBytes(HexFormat.of().parseHex(run.digest().substring(SHA.length())));
        if (run.finite()) {
            out.putFloats(predicted);
        }
    }

    @Override
    public void add(PartInput results, long count) {
        while (!results.atEnd()) {
            Ending ending = ENDINGS[(int) Math.min(results.nextCount(), ENDINGS.length - 1L)];
            LossPoint end = new LossPoint((int) results.nextCount(), results.nextDouble(), results.nextDouble());
            String digest = SHA + HexFormat.of().formatHex(results.nextBytes());
            EnsembleRun run = new EnsembleRun(firstSeed + tally.count(), ending, end, digest);
            tally.add(run, run.finite() ? results.nextFloats() : new float[0]);
        }
    }

    @Override
    public boolean complete() {
        return tally.count() == runs;
    }

    @Override
    public long pieces() {
        return runs;
    }

    @Override
    public long wanted() {
        return runs;
    }

    /** An ensemble's outcome has no time. */
    @Override
    public EnsembleOutcome result(Provenance provenance) {
        return tally.outcome();
    }
}
