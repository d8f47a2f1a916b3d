package org.guesscheck.bench.cli;

import java.awt.GraphicsEnvironment;
import org.guesscheck.bench.sweep.Machine;
import org.guesscheck.core.kernel.Backends;
import picocli.CommandLine.Command;

/** What this machine and JVM offer. */
@Command(
        name = "doctor",
        description = "Says what this machine and JVM offer.",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        footer = {"", "Example: gnc doctor"})
final class DoctorCommand implements Runnable {
    @Override
    public void run() {
        line("JDK", System.getProperty("java.vendor") + " " + Runtime.version());
        line("CPU", Machine.cpu());
        line("threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
        line("heap", Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB at most");
        for (Backends.Availability backend : Backends.describe()) {
            String usable = backend.usable() ? "usable" : "not usable";
            String more = backend.usable() ? backend.found() : backend.reason();
            line("backend " + backend.name(), more.isEmpty() ? usable : usable + ": " + more);
        }
        line("fonts", fonts());
    }

    private static String fonts() {
        try {
            int count = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
            return count + " families";
        } catch (RuntimeException | LinkageError e) {
            return "none usable, so figures cannot be drawn: " + e.getMessage();
        }
    }

    private static void line(String name, String value) {
        System.out.printf("%-16s %s%n", name, value);
    }
}
