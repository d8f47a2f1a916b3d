package org.guesscheck.core.sampler.rejection;

import java.math.BigInteger;
import org.guesscheck.core.estimate.ExactMoments;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.PartOutput;
import org.guesscheck.core.sampler.work.StoppingSchedule;

/**
 * The results of a part: blocks of claims, of which none reaches beyond a look at the error. A block has the number of its claims and draws; the prior's losses one by one, or their count and sums; and the accepted draws, each
 * with the distance from the one before it and both losses.
 */
final class RejectionResults {
    /** Accepted draws of a block that is ended early, so that they are not all in memory twice. */
    private static final int MANY = 1 << 16;

    private final boolean looks;
    private final StoppingSchedule schedule = RejectionFold.schedule();
    private final PartOutput out = new PartOutput();
    private final ClaimResult block = new ClaimResult();
    private long claims;
    private long next;

    RejectionResults(RejectionSetup setup, long first) {
        looks = setup.goal().wantsError();
        next = first;
    }

    /** Takes the next claim. */
    void add(ClaimResult claim) {
        block.add(claim);
        claims++;
        next++;
        if (block.accepted >= MANY || looks && schedule.after(next - 1) == next) {
            end();
        }
    }

    private void end() {
        out.putCount(claims).putCount(block.draws).putCount(block.sampled);
        for (int i = 0; i < block.sampled; i++) {
            out.putFloat(block.prior[i]);
        }
        out.putCount(block.priorSums.count()).putCount(block.priorOthers);
        out.putWhole(block.priorSums.sum()).putWhole(block.priorSums.squares());
        out.putCount(block.accepted);
        long before = 0;
        for (int i = 0; i < block.accepted; i++) {
            out.putCount(block.index[i] - before);
            out.putFloat(block.trainLoss[i]).putFloat(block.generalizationLoss[i]);
            before = block.index[i];
        }
        block.clear();
        claims = 0;
    }

    PartOutput bytes() {
        if (claims > 0) {
            end();
        }
        return out;
    }

    /** Reads a block into an empty result and returns the number of its claims. */
    static long read(PartInput in, ClaimResult block) {
        long claims = in.nextCount();
        block.draws = in.nextCount();
        for (int i = in.nextCount(Float.BYTES); i > 0; i--) {
            block.sample(in.nextFloat());
        }
        long count = in.nextCount();
        block.priorOthers = in.nextCount();
        BigInteger sum = in.nextWhole();
        block.priorSums = ExactMoments.of(count, sum, in.nextWhole());
        long before = 0;
        for (int i = in.nextCount(1 + 2 * Float.BYTES); i > 0; i--) {
            before += in.nextCount();
            block.accept(before, in.nextFloat(), in.nextFloat());
        }
        return claims;
    }
}
