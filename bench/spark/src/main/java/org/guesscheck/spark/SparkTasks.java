package org.guesscheck.spark;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.rdd.RDD;
import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.cluster.QuestionFailure;
import org.guesscheck.gnc.cluster.Tasks;
import scala.collection.immutable.Range;
import scala.runtime.BoxedUnit;

/** A job of Spark, whose results come one by one. */
final class SparkTasks implements Tasks {
    private static final long MOMENT_MILLISECONDS = 100;

    private record Result(int number, Answer answer) {}

    private final BlockingQueue<Result> finished = new LinkedBlockingQueue<>();
    private final SparkContext context;
    private final SimpleFutureAction<BoxedUnit> job;

    SparkTasks(SparkContext context, RDD<long[]> partitions, PartTask work, int count) {
        this.context = context;
        job = context.submitJob(
                partitions,
                work,
                new Range.Exclusive(0, count, 1),
                (number, answer) -> {
                    finished.add(new Result((Integer) number, answer));
                    return BoxedUnit.UNIT;
                },
                () -> BoxedUnit.UNIT);
    }

    @Override
    public Optional<Finished> next() throws InterruptedException {
        Result next = finished.poll(MOMENT_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (next == null) {
            requireLife();
            return Optional.empty();
        }
        if (next.answer.refusal() != null) {
            throw next.answer.ofQuestion()
                    ? new QuestionFailure(next.answer.refusal())
                    : new ClusterFailure(next.answer.refusal());
        }
        return Optional.of(new Finished(next.number, next.answer.part()));
    }

    private void requireLife() {
        if (job.isCompleted() && job.value().get().isFailure()) {
            Throwable failure = job.value().get().failed().get();
            // A task that ends its executor again and again, as for lack of memory, leaves the cluster to other
            // questions.
            throw context.isStopped()
                    ? new ClusterFailure(Failures.ofJob(failure), failure)
                    : new QuestionFailure(Failures.ofJob(failure), failure);
        }
        if (context.isStopped()) {
            throw new ClusterFailure(Failures.ENDED);
        }
    }

    @Override
    public void cancel() {
        if (!job.isCompleted() && !context.isStopped()) {
            job.cancel();
        }
    }
}
