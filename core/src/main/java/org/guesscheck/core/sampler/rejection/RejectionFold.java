package org.guesscheck.core.sampler.rejection;

import org.guesscheck.core.parts.PartFold;
import org.guesscheck.core.parts.PartInput;
import org.guesscheck.core.parts.Provenance;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.Execution;
import org.guesscheck.core.posterior.Origin;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.sampler.work.Rounds;
import org.guesscheck.core.sampler.work.SamplingGoal;
import org.guesscheck.core.sampler.work.StoppingSchedule;

/** Folds claims, or parts that other machines made of some of them, until there are enough. For one thread at a time. */
public final class RejectionFold implements PartFold<Posterior> {
    private final RejectionSetup setup;
    private final SamplingGoal goal;
    private final Tally tally;
    private final StoppingSchedule schedule = schedule();
    private long folded;
    private boolean enough;

    RejectionFold(RejectionSetup setup) {
        this.setup = setup;
        goal = setup.goal();
        tally = new Tally(goal.thresholds().asked());
    }

    /**
     * A fold of parts.
     *
     * @param shared what parts say of their question
     * @return a fold without claims
     */
    public static RejectionFold of(PartInput shared) {
        return new RejectionFold(RejectionSetup.read(shared));
    }

    /** After which claims a run looks at its error. */
    static StoppingSchedule schedule() {
        return new StoppingSchedule(1);
    }

    Tally tally() {
        return tally;
    }

    /** Takes what the next claims found, of which at most the last one ends with a look; true if there are enough now. */
    boolean add(ClaimResult next, long claims) {
        tally.add(next);
        folded += claims;
        enough = goal.wantsError() && schedule.due(claims) && tally.narrow(goal.relativeError());
        return enough;
    }

    @Override
    public void add(PartInput results, long count) {
        ClaimResult next = new ClaimResult();
        while (!enough && !results.atEnd()) {
            long claims = RejectionResults.read(results, next);
            add(next, claims);
            next.clear();
        }
    }

    @Override
    public boolean complete() {
        return enough || folded == setup.claims();
    }

    @Override
    public long pieces() {
        return setup.claims();
    }

    @Override
    public long wanted() {
        if (complete()) {
            return folded;
        }
        return goal.wantsError()
                ? Rounds.wanted(folded, setup.claimsOf(neededDraws()), setup.claims(), schedule.next())
                : setup.claims();
    }

    /** How many draws there will be, as far as is known. */
    long neededDraws() {
        return goal.wantsError() ? tally.needed(goal.relativeError(), goal.draws()) : goal.draws();
    }

    @Override
    public Posterior result(Provenance by) {
        return posterior(new Execution(by.backend(), by.threads(), by.seconds()), "");
    }

    /** The posterior of the claims so far, with a note that is not empty. */
    Posterior posterior(Execution execution, String note) {
        Diagnostics.Builder diagnostics = new Diagnostics.Builder();
        for (String sentence : new String[] {setup.note(), note}) {
            if (!sentence.isEmpty()) {
                diagnostics.note(sentence);
            }
        }
        tally.judge(diagnostics, goal.relativeError());
        return new Posterior(
                new Origin(RejectionRun.NAME, goal.seed(), tally.draws(), tally.digest()),
                execution,
                tally.prior(),
                tally.estimates(),
                tally.recorded(),
                diagnostics.build());
    }
}
