package org.guesscheck.core.sampler.conditional;

import java.util.function.BooleanSupplier;
import org.guesscheck.core.kernel.Backend;
import org.guesscheck.core.kernel.GramKernel;
import org.guesscheck.core.kernel.LaneBuffer;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.sampler.work.Cancellation;
import org.guesscheck.core.sampler.work.RunSettings;
import org.guesscheck.core.sampler.work.SamplingTask;

/** Draws chunks of hidden features and integrates over the last factor. For one thread. */
final class ConditionalWorker {
    private final long seed;
    private final BooleanSupplier cancelled;
    private final boolean keepsDraws;
    private final ProductGivenFeatures last;
    private final AcceptanceBall[] balls;
    private final GramKernel features;
    private final double[] covariances;
    private final float[] normals;
    private final int perPoint;
    private final int fill;

    /** What a chunk says: the prior's mean losses given each draw's features, and one entry for each threshold. */
    record Result(long chunk, double[] priorLoss, ConditionalChunk[] thresholds) {}

    ConditionalWorker(SamplingTask task, Question question, long seed, Backend backend, RunSettings settings) {
        this.seed = seed;
        cancelled = settings.cancelled();
        keepsDraws = settings.keepsDraws();
        // The kernel first, which refuses rows that are too many.
        features = new GramKernel(question, backend.stages(question));
        last = new ProductGivenFeatures(task.problem());
        double[] eps = task.thresholds().asked();
        balls = new AcceptanceBall[eps.length];
        for (int e = 0; e < eps.length; e++) {
            balls[e] = new AcceptanceBall(last, eps[e]);
        }
        covariances = new double[Question.LANES * last.rows * last.rows];
        perPoint = AcceptanceBall.normals(last);
        fill = ConditionalRun.POINTS * perPoint;
        normals = LaneBuffer.of("rows: the normals", fill);
    }

    Result evaluate(long chunk) {
        ConditionalChunk[] thresholds = new ConditionalChunk[balls.length];
        for (int e = 0; e < balls.length; e++) {
            thresholds[e] = new ConditionalChunk(keepsDraws ? last.entries : 0);
        }
        double[] priorLoss = new double[ConditionalRun.CHUNK];
        features.seed(seed, chunk);
        for (int group = 0; group < ConditionalRun.CHUNK / Question.LANES; group++) {
            Cancellation.check(cancelled);
            features.next(covariances);
            features.fill(normals, fill);
            for (int lane = 0; lane < Question.LANES; lane++) {
                // With hundreds of measurements a single draw takes a second.
                Cancellation.check(cancelled);
                int draw = group * Question.LANES + lane;
                last.given(covariances, lane * last.rows * last.rows);
                priorLoss[draw] = last.priorLoss();
                for (int e = 0; e < balls.length; e++) {
                    points(balls[e], thresholds[e], draw, lane);
                }
            }
        }
        for (ConditionalChunk threshold : thresholds) {
            threshold.integrate();
        }
        return new Result(chunk, priorLoss, thresholds);
    }

    private void points(AcceptanceBall ball, ConditionalChunk to, int draw, int lane) {
        ball.prepare();
        to.logLargest = Math.max(to.logLargest, ball.logLargestWeight());
        for (int m = 0; m < ConditionalRun.POINTS; m++) {
            int at = draw * ConditionalRun.POINTS + m;
            to.weight[at] = ball.point(normals, m * perPoint, lane);
            if (to.weight[at] > Double.NEGATIVE_INFINITY) {
                to.pointMean[at] = ball.lossGivenResiduals();
                to.pointLoss[at] = (float) ball.loss();
                if (keepsDraws) {
                    to.addPredicted(to.weight[at], ball.product());
                }
            }
        }
    }
}
