package org.guesscheck.spark;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * A task on an executor, whose partition has one range of pieces. Looks at the version of Java before any class of the library is
 * loaded, because an older one can't load them. Executors have no jar of the command, so nothing here names its classes.
 */
class PartTask extends AbstractFunction1<Iterator<long[]>, Answer> implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int JAVA = 25;

    private final Broadcast<byte[]> question;
    private final String fingerprint;
    private final int threads;
    private final String backend;

    PartTask(Broadcast<byte[]> question, String fingerprint, int threads, String backend) {
        this.question = question;
        this.fingerprint = fingerprint;
        this.threads = threads;
        this.backend = backend;
    }

    @Override
    public Answer apply(Iterator<long[]> spans) {
        int java = Runtime.version().feature();
        if (java < JAVA) {
            return Answer.refused(host() + ": its executor runs Java " + java + "; a JDK " + JAVA
                    + " is needed on every machine, and spark.executorEnv.JAVA_HOME names it");
        }
        long[] span = spans.next();
        return PartWork.compute(
                question.value(), fingerprint, new PartWork.How(threads, backend, host()), span[0], span[1]);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
