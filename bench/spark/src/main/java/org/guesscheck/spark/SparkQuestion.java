package org.guesscheck.spark;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.guesscheck.core.parts.Span;
import org.guesscheck.gnc.cluster.SentQuestion;
import org.guesscheck.gnc.cluster.Tasks;

/** A question that each executor fetches once; each range of its pieces is a task. */
final class SparkQuestion implements SentQuestion {
    private final JavaSparkContext context;
    private final Broadcast<byte[]> bytes;
    private final PartTask work;

    SparkQuestion(JavaSparkContext context, Broadcast<byte[]> bytes, PartTask work) {
        this.context = context;
        this.bytes = bytes;
        this.work = work;
    }

    @Override
    public Tasks start(List<Span> spans) {
        List<long[]> ranges = spans.stream()
                .map(span -> new long[] {span.first(), span.end()})
                .toList();
        return Failures.whileRunning(context.sc(), () -> {
            // A cancelled task's thread is interrupted, which ends its computation.
            context.setJobGroup("gnc", "parts of a question", true);
            return new SparkTasks(
                    context.sc(), context.parallelize(ranges, ranges.size()).rdd(), work, ranges.size());
        });
    }

    @Override
    public void close() {
        if (!context.sc().isStopped()) {
            bytes.destroy();
        }
    }
}
