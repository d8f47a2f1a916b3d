package org.guesscheck.spark;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkConf;
import org.guesscheck.core.parts.Division;
import org.guesscheck.gnc.cluster.ClusterFailure;
import org.guesscheck.gnc.cluster.TaskSettings;

/** Spark's settings. The user's own, system properties whose names begin with "spark.", go before all but the master. */
final class Configuration {
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";
    private static final String JARS = "spark.jars";

    private Configuration() {}

    static SparkConf of(String master, TaskSettings settings) {
        SparkConf conf = new SparkConf();
        conf.setMaster(master);
        conf.setIfMissing("spark.app.name", "gnc");
        conf.set("spark.task.cpus", Integer.toString(settings.threads()));
        // Results are folded as they come, so their sum may be large.
        conf.setIfMissing("spark.driver.maxResultSize", "0");
        conf.set(EXECUTOR_OPTIONS, executorOptions(conf.get(EXECUTOR_OPTIONS, "")));
        conf.set(JARS, String.join(",", jars(conf.get(JARS, ""))));
        return conf;
    }

    /** The options of the launcher, for JVMs on other machines; a garbage collector that was asked for stays. */
    static String executorOptions(String asked) {
        String ours =
                "--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED -XX:ObjectAlignmentInBytes=64";
        boolean collector = asked.matches("(?s).*-XX:\\+Use(Epsilon|G1|Parallel|Serial|Shenandoah|Z)GC.*");
        return (ours + (collector ? "" : " -XX:+UseParallelGC") + " " + asked).strip();
    }

    /** The jars that were asked for, and those with what tasks need: the library, its C kernels and this adapter. */
    private static List<String> jars(String asked) {
        List<String> all = new ArrayList<>(
                Arrays.stream(asked.split(",")).filter(jar -> !jar.isBlank()).toList());
        for (String type : List.of(
                Division.class.getName(), "org.guesscheck.nativekernels.jni.JniProvider", PartTask.class.getName())) {
            Path jar = jarOf(type);
            if (jar != null && all.stream().noneMatch(one -> one.endsWith("/" + jar.getFileName()))) {
                all.add(jar.toUri().toString());
            }
        }
        return all;
    }

    /** The jar of a class; null if there is no such class. */
    private static Path jarOf(String type) {
        try {
            CodeSource source = Class.forName(type, false, Configuration.class.getClassLoader())
                    .getProtectionDomain()
                    .getCodeSource();
            Path jar = Path.of(new URI(source.getLocation().toString()));
            if (!Files.isRegularFile(jar)) {
                throw new ClusterFailure(
                        jar + ": a folder of classes; machines of a cluster get jars, of mvn -Pspark package");
            }
            return jar;
        } catch (ClassNotFoundException e) {
            return null;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
