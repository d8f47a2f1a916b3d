package org.guesscheck.gnc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.guesscheck.core.posterior.AcceptedDraw;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.gnc.terminal.ProgressLine;
import org.guesscheck.gnc.text.InputException;

/** Predicted matrices of accepted draws. Rejection keeps none of them and makes each again from its number, in some milliseconds. */
final class AcceptedProducts {
    /** A posterior has the numbers of so many accepted draws. */
    private static final int MOST = 10_000;

    private final RejectionSampler sampler;
    private final int wanted;

    private AcceptedProducts(RejectionSampler sampler, int wanted) {
        this.sampler = sampler;
        this.wanted = wanted;
    }

    /**
     * Checks before any work is done.
     *
     * @param wanted how many; 0 for none
     * @throws InputException if so many are not allowed, or another sampler draws
     */
    static AcceptedProducts of(Sampler<?> sampler, String name, int wanted) {
        if (wanted < 0 || wanted > MOST) {
            throw new InputException("--products " + wanted + ": 0 to " + MOST + " is allowed");
        }
        if (wanted == 0) {
            return new AcceptedProducts(null, 0);
        }
        if (sampler instanceof RejectionSampler rejection) {
            return new AcceptedProducts(rejection, wanted);
        }
        throw new InputException("--products " + wanted + ": for --sampler rejection only, not " + name
                + ", whose draws can't be made again one by one");
    }

    /** The products of the first accepted draws, each row by row; fewer if there are fewer, or if told to stop. */
    List<float[]> make(Posterior posterior, BooleanSupplier stop, ProgressLine progress) {
        List<float[]> products = new ArrayList<>();
        for (AcceptedDraw draw : posterior.accepted()) {
            if (products.size() == wanted || stop.getAsBoolean()) {
                break;
            }
            int made = products.size();
            progress.show(() -> made + " products drawn again");
            try {
                products.add(sampler.replay(draw.draw()).product());
            } catch (CancellationException e) {
                // Told to stop while the draw was prepared.
                break;
            }
        }
        return products;
    }
}
