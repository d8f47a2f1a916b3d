package org.guesscheck.spark;

import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.guesscheck.gnc.cluster.Activity;
import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.cluster.ClusterQuestion;
import org.guesscheck.gnc.cluster.Engine;
import org.guesscheck.gnc.cluster.SentQuestion;
import org.guesscheck.gnc.cluster.TaskSettings;
import org.guesscheck.gnc.cluster.TaskTime;

/** An application of Spark, whose executors compute any number of questions. */
final class SparkEngine implements Engine {
    private static final System.Logger LOG = System.getLogger(SparkEngine.class.getName());
    private static final long PATIENCE_MILLISECONDS = 2000;

    private final JavaSparkContext context;
    private final TaskSettings settings;
    private final Work work;
    private final TaskListener listener = new TaskListener();
    private final Executors executors;

    /** Makes the function of a question's tasks. */
    interface Work {
        PartTask of(Broadcast<byte[]> question, String fingerprint, int threads, String backend);
    }

    private SparkEngine(JavaSparkContext context, TaskSettings settings, Work work) {
        this.context = context;
        this.settings = settings;
        this.work = work;
        executors = new Executors(context.sc());
        context.sc().addSparkListener(listener);
    }

    static SparkEngine connect(SparkConf conf, TaskSettings settings) {
        return connect(conf, settings, PartTask::new);
    }

    /**
     * Connects.
     *
     * @throws ClusterFailure if the master does not accept the application
     */
    static SparkEngine connect(SparkConf conf, TaskSettings settings, Work work) {
        try {
            return new SparkEngine(new JavaSparkContext(conf), settings, work);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            throw new ClusterFailure(
                    "--master " + conf.get("spark.master") + ": Spark "
                            + org.apache.spark.package$.MODULE$.SPARK_VERSION()
                            + " can't start an application there (" + Failures.firstLine(e)
                            + "); masters of another version of Spark refuse it",
                    e);
        }
    }

    @Override
    public int slots() {
        return Math.max(1, executors.cores() / settings.threads());
    }

    @Override
    public Activity activity() {
        // Spark tells of a task's end after it has told of the next one's start.
        int most = executors.mostCores() / settings.threads();
        return listener.activity(executors.count(), most, needs());
    }

    @Override
    public TaskTime taskTime() {
        if (!context.sc().isStopped()) {
            try {
                // Spark tells of tasks a moment after their results are here.
                context.sc().listenerBus().waitUntilEmpty(PATIENCE_MILLISECONDS);
            } catch (TimeoutException e) {
                LOG.log(System.Logger.Level.DEBUG, "not all tasks were told of", e);
            }
        }
        return listener.time();
    }

    private String needs() {
        int cores = context.getConf().getInt("spark.executor.cores", settings.threads());
        return cores + (cores == 1 ? " core" : " cores") + " and "
                + context.sc().executorMemory() + " MiB of memory";
    }

    @Override
    public SentQuestion send(ClusterQuestion question) {
        return Failures.whileRunning(context.sc(), () -> {
            Broadcast<byte[]> sent = context.broadcast(question.bytes());
            return new SparkQuestion(
                    context, sent, work.of(sent, question.fingerprint(), settings.threads(), settings.backend()));
        });
    }

    @Override
    public void close() {
        context.close();
    }
}
