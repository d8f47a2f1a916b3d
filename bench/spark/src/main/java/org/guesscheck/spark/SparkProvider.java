package org.guesscheck.spark;

import org.guesscheck.gnc.cluster.Engine;
import org.guesscheck.gnc.cluster.EngineProvider;
import org.guesscheck.gnc.cluster.TaskSettings;

/** Connects to clusters of Spark. */
public final class SparkProvider implements EngineProvider {
    /** The level of Spark's own messages; read by log4j2.properties. */
    private static final String LOG = "guesscheck.spark.log";

    /** Made by {@link java.util.ServiceLoader}. */
    public SparkProvider() {}

    @Override
    public String addresses() {
        return "spark://HOST:PORT or local[N]";
    }

    @Override
    public boolean knows(String master) {
        return MasterAddress.known(master);
    }

    @Override
    public Engine connect(String master, TaskSettings settings, boolean debug) {
        MasterAddress.require(master);
        if (debug && System.getProperty(LOG) == null) {
            System.setProperty(LOG, "INFO");
        }
        return SparkEngine.connect(Configuration.of(master, settings), settings);
    }
}
