package org.guesscheck.gnc.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which program on which machine wrote a run.json. */
public final class MachineRecord {
    private MachineRecord() {}

    /** Writes both. */
    public static void write(ObjectNode node) {
        node.put(EarlierRun.VERSION, version());
        node.put(EarlierRun.REVISION, Machine.revision());
        node.put("jdk", System.getProperty("java.vendor.version") + " " + Runtime.version());
        node.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        node.put("cpu", Machine.cpu());
        node.put("processors", Runtime.getRuntime().availableProcessors());
        node.put("host", host());
    }

    /** The version of this program; null where it does not run from a jar. */
    public static String version() {
        return MachineRecord.class.getPackage().getImplementationVersion();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
