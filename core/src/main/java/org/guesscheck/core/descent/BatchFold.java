package org.guesscheck.core.descent;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.guesscheck.core.parts.PartFold;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.parts.Provenance;

/** Folds parts of a batch. A run in bytes has its epochs, losses, whether it converged, and its digest. */
final class BatchFold implements PartFold<List<Descent>> {
    private static final String SHA = "sha256:";

    private final int runs;
    private final int together;
    private final List<Descent> over = new ArrayList<>();

    /**
     * A fold with no runs.
     *
     * @param runs how many there will be
     * @param together how many a piece has
     */
    BatchFold(int runs, int together) {
        this.runs = runs;
        this.together = together;
    }

    void write(PartOutput shared) {
        shared.putCount(runs).putCount(together);
    }

    static void write(Descent run, PartOutput out) {
        LossPoint end = run.end();
        out.putCount(end.epoch()).putDouble(end.trainLoss()).putDouble(end.generalizationLoss());
        out.putFlag(run.converged());
        out.putBytes(HexFormat.of().parseHex(run.digest().substring(SHA.length())));
    }

    @Override
    public void add(PartInput results, long count) {
        while (!results.atEnd()) {
            LossPoint end = new LossPoint((int) results.nextCount(), results.nextDouble(), results.nextDouble());
            boolean converged = results.nextFlag();
            String digest = SHA + HexFormat.of().formatHex(results.nextBytes());
            over.add(new Descent(
                    end, converged, new DescentExecution(Descent.FIXED_ORDER, 0, 0), digest, List.of(), new float[0]));
        }
    }

    @Override
    public boolean complete() {
        return over.size() == runs;
    }

    @Override
    public long pieces() {
        return Math.ceilDiv(runs, together);
    }

    @Override
    public long wanted() {
        return pieces();
    }

    /** Lanes are shared by runs that end at different times, so each run gets the same share of the time. */
    @Override
    public List<Descent> result(Provenance provenance) {
        double share = provenance.seconds() * provenance.threads() / runs;
        DescentExecution execution = new DescentExecution(Descent.FIXED_ORDER, share, 0);
        return over.stream()
                .map(run -> new Descent(
                        run.end(), run.converged(), execution, run.digest(), run.history(), run.predicted()))
                .toList();
    }
}
