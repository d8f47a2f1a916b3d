package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.guesscheck.gnc.report.ReportPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A result directory as a page. */
@Command(
        name = "report",
        description = "Writes report.html into the directory of a sweep: its question, figures, estimates and origin in"
                + " one file that needs no other.",
        mixinStandardHelpOptions = true,
        versionProvider = Gnc.Version.class,
        footer = {"", "Example: gnc report results/quick"})
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The --out directory of a sweep of one panel or of several.")
    Path directory;

    @Override
    public Integer call() throws IOException {
        System.out.println(ReportPage.write(directory));
        return Gnc.DONE;
    }
}
