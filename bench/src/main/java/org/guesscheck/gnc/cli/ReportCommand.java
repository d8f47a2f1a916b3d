package org.guesscheck.gnc.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.guesscheck.gnc.options.GncCommand;
import org.guesscheck.gnc.report.ReportPage;
import org.guesscheck.gnc.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A result directory as a page. */
@Command(
        name = "report",
        description = "Writes report.html into the directory of a sweep: its question, figures, estimates and origin in"
                + " one file that needs no other.",
        footer = {"", "Example: gnc report results/quick"})
final class ReportCommand extends GncCommand {
    @Parameters(paramLabel = "DIR", description = "The --out directory of a sweep of one panel or of several.")
    Path directory;

    @Override
    public Integer call() throws IOException {
        System.out.println(ReportPage.write(directory));
        return ExitCode.DONE;
    }
}
