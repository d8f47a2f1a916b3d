package org.guesscheck.gnc.sweep;

import java.util.function.Consumer;
import org.guesscheck.core.sampler.Progress;
import org.guesscheck.gnc.parts.Slices;

/**
 * Tells how far a whole cell is while one of its slices is computed. Before the first slice, short runs of the sampler are under way,
 * of which nobody is told, since their share says nothing of the cell.
 */
final class SlicedProgress implements Consumer<Progress> {
    private final Consumer<Progress> listener;
    private volatile Slices<?> slices;
    private double drawsOfPiece;
    private long accepted;
    private long latest;
    private int slice;

    SlicedProgress(Consumer<Progress> listener) {
        this.listener = listener;
    }

    /** A method begins. */
    void begin(Slices<?> own) {
        slices = own;
        slice = own.saved();
        drawsOfPiece = 0;
        accepted = 0;
        latest = 0;
    }

    /** A method is over; another may follow. */
    void end() {
        slices = null;
    }

    @Override
    public void accept(Progress p) {
        Slices<?> now = slices;
        if (now == null || p.total() == 0) {
            return;
        }
        if (now.saved() != slice) {
            slice = now.saved();
            accepted += latest;
        }
        latest = p.accepted();
        double share = now.share((double) p.draws() / p.total());
        // The last piece of a run may be a short one.
        drawsOfPiece = Math.max(drawsOfPiece, (double) p.total() / now.computing());
        double draws = drawsOfPiece * now.wanted();
        listener.accept(new Progress(
                (long) (share * draws), (long) Math.max(1, draws), accepted + latest, now.seconds() + p.seconds()));
    }
}
