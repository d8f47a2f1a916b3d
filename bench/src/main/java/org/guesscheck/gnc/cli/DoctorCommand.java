package org.guesscheck.gnc.cli;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Locale;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.matrix.Multipliers;
import org.guesscheck.core.platform.Availability;
import org.guesscheck.gnc.figure.Fonts;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.sweep.Machine;
import org.guesscheck.gnc.terminal.ExitCode;
import picocli.CommandLine.Command;

/** The processor, the JVM, the backends and the fonts that the program has here. */
@Command(
        name = "doctor",
        description = "Lists the JDK, the processor, the usable backends and the fonts of this machine.",
        footer = {"", "Example: gnc doctor"})
final class DoctorCommand extends GncCommand {
    @Override
    public Integer call() {
        line("JDK", System.getProperty("java.vendor") + " " + Runtime.version());
        line("CPU", Machine.cpu());
        line("SIMD", Machine.simd());
        line("threads", Integer.toString(Runtime.getRuntime().availableProcessors()));
        line("heap", Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB at most");
        Backends.describe().forEach(backend -> line("backend " + backend.name(), usable(backend)));
        Multipliers.describe().forEach(products -> line("products " + products.name(), usable(products)));
        line("fonts", fonts());
        return ExitCode.DONE;
    }

    private static String usable(Availability one) {
        String usable = one.usable() ? "usable" : "not usable";
        String more = one.usable() ? one.found() : one.reason();
        return more.isEmpty() ? usable : usable + ": " + more;
    }

    private static String fonts() {
        String reason = Fonts.whyNot();
        if (!reason.isEmpty()) {
            return "none usable: " + reason;
        }
        int count = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
        String drawn = new Font(Fonts.FAMILY, Font.PLAIN, 12).getFontName(Locale.ROOT);
        return count + " families, " + Fonts.FAMILY + " is drawn with " + drawn;
    }

    private static void line(String name, String value) {
        System.out.printf("%-17s %s%n", name, value);
    }
}
