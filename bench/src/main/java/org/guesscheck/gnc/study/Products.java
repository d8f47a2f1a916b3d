package org.guesscheck.gnc.study;

import java.util.List;
import java.util.stream.LongStream;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.AcceptedDraw;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;

/**
 * Products of a deep normalized linear network, computed again from the numbers of their draws.
 *
 * @param accepted products of accepted draws
 * @param prior products of the first draws, accepted or not, which are a sample of the prior
 */
record Products(List<float[]> accepted, List<float[]> prior) {
    static final double EPS = 0.02;
    private static final long MOST_DRAWS = 20_000_000;

    /** The most products that are computed again. Each takes as long as half a chunk of draws. */
    private static final int MOST = 100;

    static Products draw(Setting setting, Problem problem, int depth) {
        RejectionSampler sampler = setting.with(
                        RejectionSampler.of(problem, Network.linear(5, depth).normalize()))
                .eps(EPS)
                .draws(MOST_DRAWS)
                .relativeError(0.05);
        LongStream accepted =
                sampler.run().accepted().stream().mapToLong(AcceptedDraw::draw).limit(MOST);
        return new Products(again(sampler, accepted), again(sampler, LongStream.range(0, MOST)));
    }

    private static List<float[]> again(RejectionSampler sampler, LongStream draws) {
        return draws.mapToObj(draw -> sampler.replay(draw).product()).toList();
    }
}
