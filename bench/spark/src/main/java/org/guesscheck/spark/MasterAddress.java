package org.guesscheck.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.guesscheck.gnc.text.InputException;

/** The address of a master. Spark itself would try a wrong one for a minute. */
final class MasterAddress {
    private static final String STANDALONE = "spark://";
    private static final int PATIENCE_MILLISECONDS = 5000;

    private MasterAddress() {}

    /** Whether it is of a standalone cluster, this JVM's own threads, or what spark-submit was told. */
    static boolean known(String master) {
        return master.startsWith(STANDALONE)
                || master.matches("local|local\\[(\\d+|\\*)(, *\\d+)?\\]")
                || master.equals(System.getProperty("spark.master"));
    }

    /**
     * Requires that something listens at one of the addresses of a standalone cluster.
     *
     * @throws InputException if nothing does, or the address is not one
     */
    static void require(String master) {
        if (!master.startsWith(STANDALONE)) {
            return;
        }
        List<String> reasons = new ArrayList<>();
        for (String address : master.substring(STANDALONE.length()).split(",")) {
            try {
                String[] both = address.split(":", -1);
                int port = both.length == 2 ? Integer.parseInt(both[1]) : 0;
                if (port < 1 || port > 65_535 || both[0].isEmpty()) {
                    throw new NumberFormatException(address);
                }
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(both[0], port), PATIENCE_MILLISECONDS);
                    return;
                }
            } catch (NumberFormatException e) {
                throw new InputException("--master " + master + ": " + STANDALONE
                        + "HOST:PORT is allowed, with a port of 1 to 65535; several are separated by commas");
            } catch (IOException e) {
                reasons.add(address + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            }
        }
        throw new InputException("--master " + master + ": no master answers (" + String.join("; ", reasons) + ")");
    }
}
