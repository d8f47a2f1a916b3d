package org.guesscheck.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A master and two workers of one core each, in JVMs of their own on loopback, started as the documentation says. */
final class StandaloneCluster implements AutoCloseable {
    private static final int WORKERS = 2;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    /** The other worker's address, since Spark places no second attempt on the host of the first one. Linux has it. */
    private static final String OTHER = System.getProperty("os.name").equals("Linux") ? "127.0.0.2" : "127.0.0.1";

    private final Path folder;
    private final int port;
    private final List<Process> workers = new ArrayList<>();
    private final Process master;

    private StandaloneCluster(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        master = node("master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0");
    }

    static StandaloneCluster start() {
        try {
            Path scratch = Path.of(System.getProperty("scratch.directory"));
            Files.createDirectories(scratch);
            StandaloneCluster cluster =
                    new StandaloneCluster(Files.createTempDirectory(scratch, "cluster-"), freePort());
            cluster.await("I have been elected leader", 1);
            for (int i = 0; i < WORKERS; i++) {
                cluster.workers.add(cluster.node(
                        "worker",
                        "--host",
                        i == 0 ? "127.0.0.1" : OTHER,
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--webui-port",
                        "0",
                        "--work-dir",
                        cluster.folder.resolve("work-" + i).toString(),
                        cluster.url()));
            }
            cluster.await("Registering worker", WORKERS);
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static Path command(String name) {
        return Path.of(System.getProperty("command.directory"), "bin", name);
    }

    private Process node(String kind, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(command("spark-node").toString(), kind));
        line.addAll(List.of(options));
        Path log = kind.equals("master") ? masterLog() : folder.resolve("worker-" + workers.size() + ".log");
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private Path masterLog() {
        return folder.resolve("master.log");
    }

    /** Waits until the master has said something so often. */
    void await(String words, int times) {
        long start = System.nanoTime();
        try {
            while (said(words) < times) {
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IllegalStateException("the master did not say '" + words + "'; see " + masterLog());
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long said(String words) {
        try {
            return Files.exists(masterLog())
                    ? Files.readAllLines(masterLog()).stream()
                            .filter(line -> line.contains(words))
                            .count()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the workers are on hosts of different names. */
    static boolean hasTwoHosts() {
        return !OTHER.equals("127.0.0.1");
    }

    String url() {
        return "spark://127.0.0.1:" + port;
    }

    /** Kills the first worker and its executors with SIGKILL. */
    void killWorker() {
        kill(workers.get(0));
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        workers.forEach(StandaloneCluster::kill);
        kill(master);
    }
}
