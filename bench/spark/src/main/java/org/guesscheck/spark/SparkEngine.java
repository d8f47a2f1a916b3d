package org.guesscheck.spark;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.guesscheck.core.parts.Span;
import org.guesscheck.gnc.cluster.Activity;
import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.cluster.ClusterTask;
import org.guesscheck.gnc.cluster.Engine;
import org.guesscheck.gnc.cluster.Tasks;

/** An application of Spark: the question goes to the executors once, and each range of pieces is a task. */
final class SparkEngine implements Engine {
    private final JavaSparkContext context;
    private final ClusterTask task;
    private final PartTask work;
    private final TaskListener listener = new TaskListener();

    /** Makes the function of a task. */
    interface Work {
        PartTask of(Broadcast<byte[]> question, String fingerprint, int threads, String backend);
    }

    private SparkEngine(JavaSparkContext context, ClusterTask task, Work work) {
        this.context = context;
        this.task = task;
        context.sc().addSparkListener(listener);
        // A cancelled task's thread is interrupted, which ends its computation.
        context.setJobGroup("gnc", "gnc", true);
        this.work = work.of(context.broadcast(task.question()), task.fingerprint(), task.threads(), task.backend());
    }

    static SparkEngine connect(SparkConf conf, ClusterTask task) {
        return connect(conf, task, PartTask::new);
    }

    /**
     * Connects.
     *
     * @throws ClusterFailure if the master does not accept the application
     */
    static SparkEngine connect(SparkConf conf, ClusterTask task, Work work) {
        try {
            return new SparkEngine(new JavaSparkContext(conf), task, work);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            throw new ClusterFailure(
                    "--master " + conf.get("spark.master") + ": Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION()
                            + " can't start an application there (" + Failures.firstLine(e)
                            + "); masters of another version of Spark refuse it",
                    e);
        }
    }

    @Override
    public int slots() {
        return Math.max(1, context.sc().defaultParallelism() / task.threads());
    }

    @Override
    public Activity activity() {
        return listener.activity(executors(), needs());
    }

    /** Without the driver, unless it computes itself. */
    private int executors() {
        SparkContext sc = context.sc();
        int known = sc.isStopped() ? 0 : sc.statusTracker().getExecutorInfos().length;
        return sc.isLocal() ? known : Math.max(0, known - 1);
    }

    private String needs() {
        int cores = context.getConf().getInt("spark.executor.cores", task.threads());
        return cores + (cores == 1 ? " core" : " cores") + " with " + context.sc().executorMemory() + " MiB of memory";
    }

    @Override
    public Tasks start(List<Span> spans) {
        List<long[]> ranges =
                spans.stream().map(span -> new long[] {span.first(), span.end()}).toList();
        JavaRDD<long[]> partitions = context.parallelize(ranges, ranges.size());
        return new SparkTasks(context.sc(), partitions.rdd(), work, ranges.size());
    }

    @Override
    public void close() {
        context.close();
    }
}
